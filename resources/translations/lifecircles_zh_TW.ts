<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>The data file {file} cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} has a bad value in row {row}, column {column}: {value!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} has no column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} has no layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} has {found} fields in row {row} where its header has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is damaged (its checksum differs from manifest.json); please install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is damaged (its layer {layer} cannot be read); please install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is missing; please install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is not UTF-8 text (row {row}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file {file} is not a CSV table ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
