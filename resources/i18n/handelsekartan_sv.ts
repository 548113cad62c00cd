<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>IncidentDifference</name>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message numerus="yes">
        <source>%Ln corners</source>
        <translation>
            <numerusform>%Ln hörn</numerusform>
            <numerusform>%Ln hörn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::chart</name>
    <message>
        <source>Others (%1)</source>
        <comment>how many</comment>
        <translation>Övriga (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a bar, number and unit</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>inte vald</translation>
    </message>
    <message>
        <source>%1: %2, against %3 in the same months.</source>
        <comment>name of what is held against; its sum; the sum now</comment>
        <translation>%1: %2, mot %3 nu för samma månader.</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first hour, hour after</comment>
        <translation>kl.&#xa0;%1–%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>part of the month</source>
        <translation>del av månaden</translation>
    </message>
    <message>
        <source>part of the year</source>
        <translation>del av året</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing in this selection</source>
        <translation>Inget i det här urvalet</translation>
    </message>
    <message>
        <source>Sum: %1. Most: %2.</source>
        <comment>number and unit; a list of names with numbers</comment>
        <translation>Summa: %1. Flest: %2.</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>weekday, first hour, hour after</comment>
        <translation>%1 kl.&#xa0;%2–%3</translation>
    </message>
</context>
<context>
    <name>hk::methods</name>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place are left out.</source>
        <translation>
            <numerusform>%Ln händelse utan exakt plats är inte med.</numerusform>
            <numerusform>%Ln händelser utan exakt plats är inte med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln händelse som sträcker sig över en vecka eller mer har ingen timme i veckan och är utelämnad.</numerusform>
            <numerusform>%Ln händelser som sträcker sig över en vecka eller mer har ingen timme i veckan och är utelämnade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the file could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln rad i filen gick inte att läsa och är inte med.</numerusform>
            <numerusform>%Ln rader i filen gick inte att läsa och är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ranked hotspots</source>
        <translation>De rangordnade hotspotarna</translation>
    </message>
    <message>
        <source>The heatmap</source>
        <translation>Värmekartan</translation>
    </message>
    <message>
        <source>Last period&apos;s incidents per cell</source>
        <translation>Förra periodens händelser per ruta</translation>
    </message>
    <message>
        <source>Gi*</source>
        <translation>Gi*</translation>
    </message>
    <message>
        <source>no cell has its middle inside the study area</source>
        <translation>ingen ruta har sin mitt i studieområdet</translation>
    </message>
    <message>
        <source>a period is missing or ends before it begins</source>
        <translation>en period saknas eller slutar innan den börjar</translation>
    </message>
    <message>
        <source>the two periods overlap, and a map must be held against incidents it was not made of</source>
        <translation>de två perioderna överlappar, och en karta måste prövas mot händelser som den inte är gjord av</translation>
    </message>
    <message>
        <source>the period to hold the map against comes before the one the map is made of</source>
        <translation>perioden som kartan ska prövas mot kommer före den som kartan är gjord av</translation>
    </message>
    <message>
        <source>How well each map did</source>
        <translation>Hur väl varje karta förutsåg</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Later incidents in the marked area</source>
        <translation>Senare händelser på utpekad yta</translation>
    </message>
    <message>
        <source>Later incidents in all</source>
        <translation>Senare händelser i allt</translation>
    </message>
    <message>
        <source>Marked area, km²</source>
        <translation>Utpekad yta, km²</translation>
    </message>
    <message>
        <source>Study area, km²</source>
        <translation>Studieområde, km²</translation>
    </message>
    <message>
        <source>Share found</source>
        <translation>Andel funna</translation>
    </message>
    <message>
        <source>PAI</source>
        <translation>PAI</translation>
    </message>
    <message>
        <source>PEI</source>
        <translation>PEI</translation>
    </message>
    <message numerus="yes">
        <source>Too few to say: %Ln incident(s) in the later period, and at least %1 are needed.</source>
        <translation>
            <numerusform>För få för att säga: %Ln händelse i den senare perioden, och minst %1 behövs.</numerusform>
            <numerusform>För få för att säga: %Ln händelser i den senare perioden, och minst %1 behövs.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of the area holds %3 of the later incidents, %4 times as many as an even spread.</source>
        <translation>%1: %2 av ytan rymmer %3 av de senare händelserna, %4 gånger så många som en jämn spridning.</translation>
    </message>
    <message>
        <source>A simple map does better: %1, %2 of the later incidents.</source>
        <translation>En enkel karta är bättre: %1, %2 av de senare händelserna.</translation>
    </message>
    <message>
        <source>None of the simple maps does better.</source>
        <translation>Ingen av de enkla kartorna är bättre.</translation>
    </message>
    <message>
        <source>The best possible map of that size would have held %1.</source>
        <translation>Den bästa möjliga kartan av samma storlek hade rymt %1.</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln incident(s) in the period the map is made of.</source>
        <translation>
            <numerusform>Bara %Ln händelse i perioden som kartan är gjord av.</numerusform>
            <numerusform>Bara %Ln händelser i perioden som kartan är gjord av.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln cell(s) are alike and share the last places.</source>
        <translation>
            <numerusform>%1: %Ln ruta är lika och delar på de sista platserna.</numerusform>
            <numerusform>%1: %Ln rutor är lika och delar på de sista platserna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) outside the study area are left out.</source>
        <translation>
            <numerusform>%Ln händelse utanför studieområdet är inte med.</numerusform>
            <numerusform>%Ln händelser utanför studieområdet är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>Map of %1</source>
        <translation>Karta av %1</translation>
    </message>
    <message>
        <source>Held against %1</source>
        <translation>Prövad mot %1</translation>
    </message>
    <message>
        <source>Each map marks %1 of the area</source>
        <translation>Varje karta pekar ut %1 av ytan</translation>
    </message>
    <message>
        <source>Cells %1 m</source>
        <translation>Rutor %1 m</translation>
    </message>
    <message>
        <source>Bandwidth %1 m</source>
        <translation>Bandbredd %1 m</translation>
    </message>
    <message>
        <source>Study area: the cells around the incidents of both periods</source>
        <translation>Studieområde: rutorna runt händelserna i båda perioderna</translation>
    </message>
    <message>
        <source>Marked beforehand</source>
        <translation>Utpekat i förväg</translation>
    </message>
    <message>
        <source>Marked, and incidents came</source>
        <translation>Utpekat, och händelser kom</translation>
    </message>
    <message>
        <source>Marked, and none came</source>
        <translation>Utpekat, och inga kom</translation>
    </message>
    <message>
        <source>Not marked, and incidents came</source>
        <translation>Inte utpekat, och händelser kom</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Utpekat</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>How well the map foretold</source>
        <translation>Hur väl kartan förutsåg</translation>
    </message>
    <message>
        <source>Does not stand out</source>
        <translation>Sticker inte ut</translation>
    </message>
    <message>
        <source>Hot, %1</source>
        <translation>Het, %1</translation>
    </message>
    <message>
        <source>Cold, %1</source>
        <translation>Kall, %1</translation>
    </message>
    <message>
        <source>Too little to say</source>
        <translation>För lite att säga</translation>
    </message>
    <message>
        <source>Easting</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Northing</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Confidence, %</source>
        <translation>Säkerhet, %</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klass</translation>
    </message>
    <message>
        <source>Hot and cold areas</source>
        <translation>Heta och kalla områden</translation>
    </message>
    <message>
        <source>Gi*, corrected for many tests</source>
        <translation>Gi*, korrigerad för många test</translation>
    </message>
    <message>
        <source>Gi*, not corrected for many tests</source>
        <translation>Gi*, inte korrigerad för många test</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Rutor</translation>
    </message>
    <message>
        <source>Area, ha</source>
        <translation>Yta, ha</translation>
    </message>
    <message>
        <source>Highest z</source>
        <translation>Högsta z</translation>
    </message>
    <message>
        <source>There is too little to say: all cells hold alike, or all are neighbours of each other.</source>
        <translation>Det är för lite att säga: alla rutor har lika många, eller alla är grannar med varandra.</translation>
    </message>
    <message>
        <source>No area is hot at the %1 level: an even spread could by chance look like this.</source>
        <translation>Inget område är hett på %1-nivån: en jämn spridning kan av en slump se ut så här.</translation>
    </message>
    <message numerus="yes">
        <source>The study area has only %Ln cell(s): the levels are rough.</source>
        <translation>
            <numerusform>Studieområdet har bara %Ln ruta: nivåerna är grova.</numerusform>
            <numerusform>Studieområdet har bara %Ln rutor: nivåerna är grova.</numerusform>
        </translation>
    </message>
    <message>
        <source>On average a cell and its neighbours hold %1 incidents. Below %2 the levels are rough: take larger cells, a wider band or a longer period.</source>
        <translation>En ruta och dess grannar har i genomsnitt %1 händelser. Under %2 är nivåerna grova: ta större rutor, längre avstånd eller en längre period.</translation>
    </message>
    <message numerus="yes">
        <source>Not corrected: of %Ln cell(s) about %1 would stand out at the %2 level by chance alone.</source>
        <translation>
            <numerusform>Inte korrigerad: av %Ln ruta skulle ungefär %1 sticka ut på %2-nivån av en slump.</numerusform>
            <numerusform>Inte korrigerad: av %Ln rutor skulle ungefär %1 sticka ut på %2-nivån av en slump.</numerusform>
        </translation>
    </message>
    <message>
        <source>With so many cells only those that stand out are drawn and listed; the GeoTIFF holds all.</source>
        <translation>Med så många rutor ritas och listas bara de som sticker ut; GeoTIFF-filen har alla.</translation>
    </message>
    <message>
        <source>Neighbours within %1 m</source>
        <translation>Grannar inom %1 m</translation>
    </message>
    <message>
        <source>Corrected for many tests (Benjamini–Hochberg)</source>
        <translation>Korrigerad för många test (Benjamini–Hochberg)</translation>
    </message>
    <message>
        <source>Not corrected for many tests</source>
        <translation>Inte korrigerad för många test</translation>
    </message>
    <message numerus="yes">
        <source>Around the incidents: %Ln cell(s)</source>
        <translation>
            <numerusform>Runt händelserna: %Ln ruta</numerusform>
            <numerusform>Runt händelserna: %Ln rutor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Study area: %Ln cell(s)</source>
        <translation>
            <numerusform>Studieområde: %Ln ruta</numerusform>
            <numerusform>Studieområde: %Ln rutor</numerusform>
        </translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z-värde</translation>
    </message>
    <message>
        <source>Ranked by density</source>
        <translation>I ordning efter täthet</translation>
    </message>
    <message>
        <source>Ranked by incidents beyond an even spread</source>
        <translation>I ordning efter händelser utöver jämn spridning</translation>
    </message>
    <message>
        <source>Ranked by incidents</source>
        <translation>I ordning efter antal händelser</translation>
    </message>
    <message>
        <source>Quartic kernel</source>
        <translation>Kvartisk kärna</translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation>Gaussisk kärna</translation>
    </message>
    <message>
        <source>Inside the contour at the quantile %1</source>
        <translation>Innanför gränslinjen vid kvantilen %1</translation>
    </message>
    <message>
        <source>Within %1 m of Mölndals bro</source>
        <translation>Inom %1 m från Mölndals bro</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln redraw(s), seed %1</source>
        <translation>
            <numerusform>%Ln omdragning, frö %1</numerusform>
            <numerusform>%Ln omdragningar, frö %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No place stands out.</source>
        <translation>Ingen plats sticker ut.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stand(s) out; the first is %1 with %2.</source>
        <translation>
            <numerusform>%Ln plats sticker ut: %1 med %2.</numerusform>
            <numerusform>%Ln platser sticker ut; först står %1 med %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1 most happens %2.</source>
        <comment>place, hours of the week</comment>
        <translation>Vid %1 händer mest %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stay(s) among the first five in at least %1 of the redraws.</source>
        <translation>
            <numerusform>%Ln plats är kvar bland de fem första i minst %1 av omdragningarna.</numerusform>
            <numerusform>%Ln platser är kvar bland de fem första i minst %1 av omdragningarna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the first five stay(s) there in fewer than half of the redraws: its rank may be chance.</source>
        <translation>
            <numerusform>%Ln av de fem första är kvar där i färre än hälften av omdragningarna: dess ordning kan vara slump.</numerusform>
            <numerusform>%Ln av de fem första är kvar där i färre än hälften av omdragningarna: deras ordning kan vara slump.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Per km²</source>
        <translation>Per km²</translation>
    </message>
    <message>
        <source>Beyond an even spread</source>
        <translation>Utöver jämn spridning</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Among the first five</source>
        <translation>Bland de fem första</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>Among the first five, share of redraws</source>
        <translation>Bland de fem första, andel av omdragningarna</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Minst %1</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Under %1</translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation>Hotspot</translation>
    </message>
    <message>
        <source>incident file</source>
        <translation>händelsefil</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>incidents per km²</source>
        <translation>händelser per km²</translation>
    </message>
    <message>
        <source>%1–%2 per 100 m</source>
        <translation>%1–%2 per 100 m</translation>
    </message>
    <message>
        <source>%1 or more per 100 m</source>
        <translation>%1 eller fler per 100 m</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Gata</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>of</source>
        <translation>av</translation>
    </message>
    <message>
        <source>Length, m</source>
        <translation>Längd, m</translation>
    </message>
    <message>
        <source>Per 100 m</source>
        <translation>Per 100 m</translation>
    </message>
    <message>
        <source>Incidents per 100 m of street</source>
        <translation>Händelser per 100 m gata</translation>
    </message>
    <message>
        <source>No incident lies near a street.</source>
        <translation>Ingen händelse ligger nära en gata.</translation>
    </message>
    <message>
        <source>Most incidents lie along %1: %2 per 100 m on a piece of %3 m.</source>
        <translation>Tätast är det längs %1: %2 per 100 m på en bit om %3 m.</translation>
    </message>
    <message numerus="yes">
        <source>Half of the incidents near streets lie along %Ln piece(s), %1 of all pieces.</source>
        <translation>
            <numerusform>Hälften av händelserna nära gator ligger längs %Ln bit, %1 av alla bitar.</numerusform>
            <numerusform>Hälften av händelserna nära gator ligger längs %Ln bitar, %1 av alla bitar.</numerusform>
        </translation>
    </message>
    <message>
        <source>basemap</source>
        <translation>bakgrundskarta</translation>
    </message>
    <message>
        <source>Incidents along streets</source>
        <translation>Händelser längs gator</translation>
    </message>
    <message>
        <source>To the nearest street within %1 m</source>
        <translation>Till närmaste gata inom %1 m</translation>
    </message>
    <message>
        <source>Pieces of about 100 m</source>
        <translation>Bitar om ungefär 100 m</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) with no named street within %1 m are left out.</source>
        <translation>
            <numerusform>%Ln händelse utan namngiven gata inom %1 m är inte med.</numerusform>
            <numerusform>%Ln händelser utan namngiven gata inom %1 m är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pieces of street</source>
        <translation>Gatubitar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro are left out.</source>
        <translation>
            <numerusform>%Ln händelse längre bort än 20 km från Mölndals bro är inte med.</numerusform>
            <numerusform>%Ln händelser längre bort än 20 km från Mölndals bro är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>E %1, N %2</source>
        <comment>coordinates in place of a name</comment>
        <translation>E %1, N %2</translation>
    </message>
    <message>
        <source>incidents per km² and 30 days</source>
        <translation>händelser per km² och 30 dagar</translation>
    </message>
    <message>
        <source>incidents per km² and year</source>
        <translation>händelser per km² och år</translation>
    </message>
    <message numerus="yes">
        <source>incidents per km² in %Ln day(s)</source>
        <translation>
            <numerusform>händelser per km² på %Ln dag</numerusform>
            <numerusform>händelser per km² på %Ln dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>the points have no dates</source>
        <translation>punkterna saknar datum</translation>
    </message>
    <message>
        <source>the points have weights, and only whole incidents can be compared</source>
        <translation>punkterna har vikter, och bara hela händelser kan jämföras</translation>
    </message>
    <message>
        <source>the two periods overlap, so that some days would count in both</source>
        <translation>perioderna överlappar, så att några dagar skulle räknas i båda</translation>
    </message>
    <message>
        <source>the period to compare with comes after the other one</source>
        <translation>perioden att jämföra med ligger efter den andra</translation>
    </message>
    <message>
        <source>All of the selection</source>
        <translation>Hela urvalet</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Tidigare</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Förändring</translation>
    </message>
    <message>
        <source>Rate ratio</source>
        <translation>Kvot per dag</translation>
    </message>
    <message>
        <source>from</source>
        <translation>från</translation>
    </message>
    <message>
        <source>to</source>
        <translation>till</translation>
    </message>
    <message>
        <source>p, all places</source>
        <translation>p, alla platser</translation>
    </message>
    <message>
        <source>What can be said</source>
        <translation>Vad som kan sägas</translation>
    </message>
    <message>
        <source>Change by place</source>
        <translation>Förändring per plats</translation>
    </message>
    <message>
        <source>Later less earlier</source>
        <translation>Senare minus tidigare</translation>
    </message>
    <message>
        <source>Change of the density</source>
        <translation>Täthetens förändring</translation>
    </message>
    <message>
        <source>share: 0.5 is half as many again</source>
        <translation>andel: 0,5 är hälften så många till</translation>
    </message>
    <message>
        <source>Later divided by earlier</source>
        <translation>Senare delat med tidigare</translation>
    </message>
    <message>
        <source>ratio of densities</source>
        <translation>kvot mellan tätheter</translation>
    </message>
    <message>
        <source>Earlier period</source>
        <translation>Tidigare period</translation>
    </message>
    <message>
        <source>Later period</source>
        <translation>Senare period</translation>
    </message>
    <message>
        <source>Change by hotspot</source>
        <translation>Förändring per hotspot</translation>
    </message>
    <message>
        <source>Hotspots of both periods together</source>
        <translation>Hotspots i båda perioderna tillsammans</translation>
    </message>
    <message>
        <source>Earlier: %1</source>
        <translation>Tidigare: %1</translation>
    </message>
    <message>
        <source>Later: %1</source>
        <translation>Senare: %1</translation>
    </message>
    <message>
        <source>Bandwidth %1 m, quartic</source>
        <translation>Bandbredd %1 m, kvartisk</translation>
    </message>
    <message>
        <source>Bandwidth %1 m, Gaussian</source>
        <translation>Bandbredd %1 m, gaussisk</translation>
    </message>
    <message>
        <source>No percentage where fewer than %1 incidents lie within the bandwidth, no difference below %2</source>
        <translation>Ingen andel där färre än %1 händelser ligger inom bandbredden, ingen skillnad under %2</translation>
    </message>
    <message>
        <source>The periods have %1 and %2 days, and the densities are not scaled for it.</source>
        <translation>Perioderna har %1 och %2 dagar, och tätheterna är inte omräknade för det.</translation>
    </message>
    <message>
        <source>The periods have %1 and %2 days: densities are scaled for it, and changes are per day.</source>
        <translation>Perioderna har %1 och %2 dagar: tätheterna är omräknade för det, och förändringarna är per dag.</translation>
    </message>
    <message>
        <source>The periods lie at different times of the year, so that the season may make the difference.</source>
        <translation>Perioderna ligger vid olika tid på året, så årstiden kan vara skillnaden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place, or too far away, are in the totals but not on the map.</source>
        <translation>
            <numerusform>%Ln händelse utan exakt plats, eller för långt bort, är med i totalen men inte på kartan.</numerusform>
            <numerusform>%Ln händelser utan exakt plats, eller för långt bort, är med i totalen men inte på kartan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln cell(s) there are too few incidents to say.</source>
        <translation>
            <numerusform>I %Ln ruta är händelserna för få för att säga något.</numerusform>
            <numerusform>I %Ln rutor är händelserna för få för att säga något.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no hotspots to compare.</source>
        <translation>Det finns inga hotspots att jämföra.</translation>
    </message>
    <message>
        <source>Comparing periods</source>
        <translation>Jämför perioder</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Fler</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Färre</translation>
    </message>
    <message>
        <source>No certain change</source>
        <translation>Ingen säker förändring</translation>
    </message>
    <message>
        <source>Too few to say</source>
        <translation>För få för att säga</translation>
    </message>
    <message>
        <source>%1: too few to say (%2 earlier and %3 later).</source>
        <translation>%1: för få för att säga (%2 tidigare och %3 senare).</translation>
    </message>
    <message>
        <source>%1: %2 more incidents (from %3 to %4; 95% interval %5 to %6).</source>
        <translation>%1: %2 fler händelser (från %3 till %4; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1: %2 more incidents per day (from %3 to %4 in all; 95% interval %5 to %6).</source>
        <translation>%1: %2 fler händelser per dag (från %3 till %4 totalt; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1: %2 fewer incidents (from %3 to %4; 95% interval %5 to %6).</source>
        <translation>%1: %2 färre händelser (från %3 till %4; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1: %2 fewer incidents per day (from %3 to %4 in all; 95% interval %5 to %6).</source>
        <translation>%1: %2 färre händelser per dag (från %3 till %4 totalt; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1: no certain change (from %3 to %4, %2; 95% interval %5 to %6).</source>
        <translation>%1: ingen säker förändring (från %3 till %4, %2; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>%1: no certain change per day (from %3 to %4 in all, %2; 95% interval %5 to %6).</source>
        <translation>%1: ingen säker förändring per dag (från %3 till %4 totalt, %2; 95-procentigt intervall %5 till %6).</translation>
    </message>
    <message>
        <source>points of comparison</source>
        <translation>jämförelsepunkter</translation>
    </message>
    <message>
        <source>there is nothing to divide by</source>
        <translation>det finns inget att dela med</translation>
    </message>
    <message>
        <source>the incidents and what they are divided by lie in different coordinate systems</source>
        <translation>händelserna och det de delas med ligger i olika koordinatsystem</translation>
    </message>
    <message>
        <source>There is nothing to divide by where the incidents are.</source>
        <translation>Det finns inget att dela med där händelserna är.</translation>
    </message>
    <message>
        <source>Most for what there is: %1, with %2 incidents per unit of “%3” against %4 on the whole, %5 times as many.</source>
        <translation>Flest för vad som finns: %1, med %2 händelser per enhet av ”%3” mot %4 i hela området, %5 gånger så många.</translation>
    </message>
    <message>
        <source>Risk: incidents for what there is</source>
        <translation>Risk: händelser i förhållande till vad som finns</translation>
    </message>
    <message>
        <source>Divided by: %1</source>
        <translation>Delat med: %1</translation>
    </message>
    <message>
        <source>Nothing is said below %1 per km² of what is divided by</source>
        <translation>Inget sägs under %1 per km² av det som delas med</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln incident(s) lie within the bandwidth of the highest place.</source>
        <translation>
            <numerusform>Bara %Ln händelse ligger inom bandbredden från den högsta platsen.</numerusform>
            <numerusform>Bara %Ln händelser ligger inom bandbredden från den högsta platsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents for what there is</source>
        <translation>Händelser för vad som finns</translation>
    </message>
    <message>
        <source>incidents per unit of “%1”</source>
        <translation>händelser per enhet av ”%1”</translation>
    </message>
    <message>
        <source>per km²</source>
        <translation>per km²</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last hour of the day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Veckans timmar</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Timme</translation>
    </message>
    <message>
        <source>Is the hour different?</source>
        <translation>Är tiden annorlunda?</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timmar</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Väntat</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Kvot</translation>
    </message>
    <message>
        <source>p, all hours</source>
        <translation>p, alla tider</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Månader</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Månad</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Året före</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Hel</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>händelser</translation>
    </message>
    <message>
        <source>The same month the year before</source>
        <translation>Samma månad året före</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>Dygnets timmar</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Veckodagar</translation>
    </message>
    <message>
        <source>Patrol bands</source>
        <translation>Patrullpass</translation>
    </message>
    <message>
        <source>Held against a week in which every hour is as likely</source>
        <translation>Mot en vecka där varje timme är lika trolig</translation>
    </message>
    <message>
        <source>Held against what the weekday and the hour of the day explain by themselves</source>
        <translation>Mot vad veckodagen och timmen förklarar var för sig</translation>
    </message>
    <message>
        <source>%1 has more incidents than chance explains: %2 against %3 expected, p = %4.</source>
        <translation>%1 har fler händelser än slumpen förklarar: %2 mot väntade %3, p = %4.</translation>
    </message>
    <message>
        <source>%1 has fewer incidents than chance explains: %2 against %3 expected, p = %4.</source>
        <translation>%1 har färre händelser än slumpen förklarar: %2 mot väntade %3, p = %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more band(s) differ; see the table.</source>
        <translation>
            <numerusform>Ytterligare %Ln pass skiljer sig; se tabellen.</numerusform>
            <numerusform>Ytterligare %Ln pass skiljer sig; se tabellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No hours differ more than chance explains.</source>
        <translation>Inga tider skiljer sig mer än slumpen förklarar.</translation>
    </message>
    <message>
        <source>Most concentrated: %1, with %2 of all incidents.</source>
        <translation>Tätast: %1, med %2 av alla händelser.</translation>
    </message>
    <message>
        <source>Incidents in %1: %2, against %3 the year before.</source>
        <translation>Händelser %1: %2, mot %3 året före.</translation>
    </message>
    <message>
        <source>Incidents so far in %1: %2, against %3 on the same days the year before.</source>
        <translation>Händelser hittills %1: %2, mot %3 samma dagar året före.</translation>
    </message>
    <message>
        <source>Spans shared over the hours they cover (aoristic)</source>
        <translation>Tidsspann delade över timmarna de täcker (aoristiskt)</translation>
    </message>
    <message>
        <source>Spans in the hour that holds more than half of them</source>
        <translation>Tidsspann i den timme som rymmer mer än hälften</translation>
    </message>
    <message>
        <source>Shuffled day by day, 06 to 06</source>
        <translation>Blandat dag för dag, 06 till 06</translation>
    </message>
    <message>
        <source>Shuffled incident by incident</source>
        <translation>Blandat händelse för händelse</translation>
    </message>
    <message>
        <source>%1 shuffles, seed %2</source>
        <translation>%1 blandningar, frö %2</translation>
    </message>
    <message>
        <source>Patrol bands of four hours; 00–02 belongs to the evening before</source>
        <translation>Patrullpass på fyra timmar; 00–02 hör till kvällen innan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) have no single hour with more than half of their span and are not counted by hour; share their spans to count them.</source>
        <translation>
            <numerusform>%Ln händelse har ingen timme som rymmer mer än hälften av dess tidsspann och räknas inte per timme; dela tidsspannen för att räkna den.</numerusform>
            <numerusform>%Ln händelser har ingen timme som rymmer mer än hälften av deras tidsspann och räknas inte per timme; dela tidsspannen för att räkna dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) span more than a day, and say little of the hour.</source>
        <translation>
            <numerusform>%Ln händelse sträcker sig över mer än ett dygn och säger lite om timmen.</numerusform>
            <numerusform>%Ln händelser sträcker sig över mer än ett dygn och säger lite om timmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an hour of their own are left out of the test.</source>
        <translation>
            <numerusform>%Ln händelse utan egen timme är inte med i prövningen.</numerusform>
            <numerusform>%Ln händelser utan egen timme är inte med i prövningen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the incidents stand at exactly 00:00: their time of day may not be known.</source>
        <translation>%1 av händelserna står på exakt kl. 00.00: deras klockslag är kanske inte känt.</translation>
    </message>
    <message numerus="yes">
        <source>Incidents lie on only %Ln day(s), too few to tell hours apart.</source>
        <translation>
            <numerusform>Händelserna ligger på bara %Ln dag, för få för att skilja tider åt.</numerusform>
            <numerusform>Händelserna ligger på bara %Ln dagar, för få för att skilja tider åt.</numerusform>
        </translation>
    </message>
    <message>
        <source>the number of shuffles must be from %1 to %2</source>
        <translation>antalet blandningar ska vara från %1 till %2</translation>
    </message>
    <message>
        <source>the points have weights, and only whole incidents can be counted by hour</source>
        <translation>punkterna har vikter, och bara hela händelser kan räknas per timme</translation>
    </message>
    <message>
        <source>When it happens</source>
        <translation>När det händer</translation>
    </message>
    <message>
        <source>Target area</source>
        <translation>Målområde</translation>
    </message>
    <message>
        <source>Buffer area</source>
        <translation>Buffertområde</translation>
    </message>
    <message>
        <source>Control area</source>
        <translation>Kontrollområde</translation>
    </message>
    <message>
        <source>Buffer area of the control</source>
        <translation>Kontrollens buffertområde</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>interval</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1 fewer to %2 more</source>
        <comment>interval</comment>
        <translation>från %1 färre till %2 fler</translation>
    </message>
    <message>
        <source>Too few incidents to say: target and control need at least 10 each and period on average.</source>
        <translation>För få händelser för att säga något: mål- och kontrollområdet behöver minst 10 var per period i snitt.</translation>
    </message>
    <message numerus="yes">
        <source>The change in the target area cannot be told from that in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Förändringen i målområdet går inte att skilja från den i kontrollområdet: %Ln händelse färre (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Förändringen i målområdet går inte att skilja från den i kontrollområdet: %Ln händelser färre (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change in the target area cannot be told from that in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Förändringen i målområdet går inte att skilja från den i kontrollområdet: %Ln händelse fler (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Förändringen i målområdet går inte att skilja från den i kontrollområdet: %Ln händelser fler (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decrease in the target area is larger than in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Minskningen i målområdet är större än i kontrollområdet: %Ln färre händelse (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Minskningen i målområdet är större än i kontrollområdet: %Ln färre händelser (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The increase in the target area is smaller than in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Ökningen i målområdet är mindre än i kontrollområdet: %Ln färre händelse (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Ökningen i målområdet är mindre än i kontrollområdet: %Ln färre händelser (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decrease in the target area is smaller than in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Minskningen i målområdet är mindre än i kontrollområdet: %Ln fler händelse (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Minskningen i målområdet är mindre än i kontrollområdet: %Ln fler händelser (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The increase in the target area is larger than in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>Ökningen i målområdet är större än i kontrollområdet: %Ln fler händelse (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Ökningen i målområdet är större än i kontrollområdet: %Ln fler händelser (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Against the control area the incidents in the target area fell by %1 (95% interval %2).</source>
        <translation>Jämfört med kontrollområdet minskade händelserna i målområdet med %1 (95&#xa0;% intervall %2).</translation>
    </message>
    <message>
        <source>Against the control area the incidents in the target area rose by %1 (95% interval %2).</source>
        <translation>Jämfört med kontrollområdet ökade händelserna i målområdet med %1 (95&#xa0;% intervall %2).</translation>
    </message>
    <message>
        <source>Too few incidents in the buffer area to say whether any moved there.</source>
        <translation>För få händelser i buffertområdet för att säga om några flyttat dit.</translation>
    </message>
    <message>
        <source>Whether incidents moved to the buffer area cannot be said (95% interval %1).</source>
        <translation>Om händelser flyttat till buffertområdet går inte att säga (95&#xa0;% intervall %1).</translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) more (95% interval %1): some may have moved there.</source>
        <translation>
            <numerusform>I buffertområdet blev det %Ln händelse fler än väntat (95&#xa0;% intervall %1): den kan ha flyttat dit.</numerusform>
            <numerusform>I buffertområdet blev det %Ln händelser fler än väntat (95&#xa0;% intervall %1): en del kan ha flyttat dit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area, too, there were %Ln incident(s) fewer (95% interval %1): the effect may have spread there.</source>
        <translation>
            <numerusform>Även i buffertområdet blev det %Ln händelse färre än väntat (95&#xa0;% intervall %1): effekten kan ha spridit sig dit.</numerusform>
            <numerusform>Även i buffertområdet blev det %Ln händelser färre än väntat (95&#xa0;% intervall %1): effekten kan ha spridit sig dit.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the buffer area, the change cannot be told from chance (95% interval %1).</source>
        <translation>Med buffertområdet inräknat går förändringen inte att skilja från slumpen (95&#xa0;% intervall %1).</translation>
    </message>
    <message numerus="yes">
        <source>With the buffer area there were %Ln incident(s) fewer (95% interval %1).</source>
        <translation>
            <numerusform>Med buffertområdet inräknat blev det %Ln händelse färre än väntat (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Med buffertområdet inräknat blev det %Ln händelser färre än väntat (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the buffer area there were %Ln incident(s) more (95% interval %1).</source>
        <translation>
            <numerusform>Med buffertområdet inräknat blev det %Ln händelse fler än väntat (95&#xa0;% intervall %1).</numerusform>
            <numerusform>Med buffertområdet inräknat blev det %Ln händelser fler än väntat (95&#xa0;% intervall %1).</numerusform>
        </translation>
    </message>
    <message>
        <source>The displacement quotient (WDQ) is not given: the control area has no incidents in one of the periods.</source>
        <translation>Förflyttningskvoten (WDQ) anges inte: kontrollområdet har inga händelser i en av perioderna.</translation>
    </message>
    <message>
        <source>The displacement quotient (WDQ) is not given: the target area did not do better than the control area.</source>
        <translation>Förflyttningskvoten (WDQ) anges inte: det gick inte bättre i målområdet än i kontrollområdet.</translation>
    </message>
    <message>
        <source>The displacement quotient (WDQ) is not given: the target area&apos;s gain is smaller than its uncertainty.</source>
        <translation>Förflyttningskvoten (WDQ) anges inte: förbättringen i målområdet är mindre än sin osäkerhet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) lie in several areas and are counted in the first of them.</source>
        <translation>
            <numerusform>%Ln händelse ligger i flera områden och räknas i det första av dem.</numerusform>
            <numerusform>%Ln händelser ligger i flera områden och räknas i det första av dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>The periods cover different parts of the year (%1 in common): the season may explain the change. Choose the same months before and after.</source>
        <translation>Perioderna täcker olika delar av året (%1 gemensamt): årstiden kan förklara förändringen. Välj samma månader före och efter.</translation>
    </message>
    <message>
        <source>A period is shorter than four weeks and says little.</source>
        <translation>En period är kortare än fyra veckor och säger inte mycket.</translation>
    </message>
    <message>
        <source>The periods differ in length (%1 and %2 days): the counts before are scaled by %3.</source>
        <translation>Perioderna är olika långa (%1 och %2 dagar): antalen före räknas om med faktorn %3.</translation>
    </message>
    <message>
        <source>%1: fewer than 10 incidents in a period, too few to say by how many per cent it changed.</source>
        <comment>an area</comment>
        <translation>%1: färre än 10 händelser i en period, för få för att säga hur många procent de ändrats.</translation>
    </message>
    <message>
        <source>Target and control differ much in their number of incidents before (%1 and %2); the same difference in number then means different things. A control area more alike is better.</source>
        <translation>Mål- och kontrollområdet har mycket olika antal händelser före (%1 och %2); samma skillnad i antal betyder då olika saker. Ett mer likt kontrollområde är bättre.</translation>
    </message>
    <message>
        <source>The buffer area has no control of its own: what changes everywhere looks like incidents moved there or away.</source>
        <translation>Buffertområdet har inget eget kontrollområde: det som ändras överallt ser ut som en flytt dit eller därifrån.</translation>
    </message>
    <message>
        <source>Before and after by area</source>
        <translation>Före och efter per område</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Change in per cent</source>
        <translation>Förändring i procent</translation>
    </message>
    <message>
        <source>From (95%)</source>
        <translation>Från (95&#xa0;%)</translation>
    </message>
    <message>
        <source>To (95%)</source>
        <translation>Till (95&#xa0;%)</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mått</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mått</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>Target less control (incidents)</source>
        <translation>Mål minus kontroll (händelser)</translation>
    </message>
    <message>
        <source>Buffer less its control (incidents)</source>
        <translation>Buffert minus dess kontroll (händelser)</translation>
    </message>
    <message>
        <source>Weighted displacement difference, WDD (incidents)</source>
        <translation>Viktad förflyttningsskillnad, WDD (händelser)</translation>
    </message>
    <message>
        <source>Weighted displacement quotient, WDQ</source>
        <translation>Viktad förflyttningskvot, WDQ</translation>
    </message>
    <message>
        <source>Rate ratio, target to control</source>
        <translation>Kvot mellan förändringarna, mål mot kontroll</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Före och efter</translation>
    </message>
    <message>
        <source>the incidents have no dates; say which column holds them</source>
        <translation>händelserna saknar datum; ange vilken kolumn de står i</translation>
    </message>
    <message>
        <source>the target area is missing</source>
        <translation>målområdet saknas</translation>
    </message>
    <message>
        <source>the control area is missing</source>
        <translation>kontrollområdet saknas</translation>
    </message>
    <message>
        <source>the period before is missing or ends before it begins</source>
        <translation>perioden före saknas eller slutar innan den börjar</translation>
    </message>
    <message>
        <source>the period after is missing or ends before it begins</source>
        <translation>perioden efter saknas eller slutar innan den börjar</translation>
    </message>
    <message>
        <source>the period after begins before the period before has ended</source>
        <translation>perioden efter börjar innan perioden före har slutat</translation>
    </message>
    <message>
        <source>the period after lies earlier than the period before</source>
        <translation>perioden efter ligger tidigare än perioden före</translation>
    </message>
    <message>
        <source>The difference does not by itself say that the action is its cause: weigh in what else happened.</source>
        <translation>Skillnaden säger inte i sig att insatsen är orsaken: väg in vad mer som hänt.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <comment>a period</comment>
        <translation>Före: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <comment>a period</comment>
        <translation>Efter: %1</translation>
    </message>
    <message>
        <source>Buffer area %1 m around the target</source>
        <translation>Buffertområde %1 m runt målområdet</translation>
    </message>
    <message>
        <source>Buffer area %1 m around the control</source>
        <translation>Buffertområde %1 m runt kontrollområdet</translation>
    </message>
    <message>
        <source>Before and after an action</source>
        <translation>Före och efter en insats</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>samma plats</translation>
    </message>
    <message>
        <source>%1–%2 m</source>
        <comment>a band of distances</comment>
        <translation>%1–%2 m</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days between two incidents</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <comment>days between two incidents, first and last</comment>
        <translation>%1–%2 d</translation>
    </message>
    <message>
        <source>The risk is %1 times higher at %2 and %3 after an incident (%4).</source>
        <comment>times, a band of distances, a band of days, p</comment>
        <translation>Risken är %1 gånger högre på %2 och %3 efter en händelse (%4).</translation>
    </message>
    <message>
        <source>Too few incidents lie so near each other in place and time for anything to be said.</source>
        <translation>För få händelser ligger så nära varandra i rum och tid att något går att säga.</translation>
    </message>
    <message>
        <source>No pattern: incidents near each other do not follow sooner upon each other than chance has it (%1).</source>
        <comment>p</comment>
        <translation>Inget mönster: händelser nära varandra följer inte tätare på varandra än slumpen ger (%1).</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a band of distances and a band of days</comment>
        <translation>%1 och %2</translation>
    </message>
    <message>
        <source>Farther off, %1 stands out most: %2 times what chance has (%3, all cells weighed in).</source>
        <comment>a cell of the table, times, p</comment>
        <translation>Längre bort sticker %1 ut mest: %2 gånger det slumpen ger (%3, med alla rutor invägda).</translation>
    </message>
    <message numerus="yes">
        <source>This rests on only %Ln pair(s) of incidents.</source>
        <translation>
            <numerusform>Detta vilar på bara %Ln par av händelser.</numerusform>
            <numerusform>Detta vilar på bara %Ln par av händelser.</numerusform>
        </translation>
    </message>
    <message>
        <source>With %1 shuffles no cell out of %2 can stand out for certain where all are weighed in. Choose more shuffles or fewer bands.</source>
        <translation>Med %1 omkastningar kan ingen av %2 rutor säkert sticka ut när alla vägs in. Välj fler omkastningar eller färre band.</translation>
    </message>
    <message>
        <source>Pairs by distance and days between</source>
        <translation>Par efter avstånd och dagar emellan</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Avstånd</translation>
    </message>
    <message>
        <source>From (m)</source>
        <translation>Från (m)</translation>
    </message>
    <message>
        <source>Below (m)</source>
        <translation>Under (m)</translation>
    </message>
    <message>
        <source>From (days)</source>
        <translation>Från (dagar)</translation>
    </message>
    <message>
        <source>Below (days)</source>
        <translation>Under (dagar)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Av slumpen</translation>
    </message>
    <message>
        <source>p, all cells</source>
        <translation>p, alla rutor</translation>
    </message>
    <message>
        <source>%1 apart</source>
        <comment>a band of distances</comment>
        <translation>%1 från varandra</translation>
    </message>
    <message>
        <source>times</source>
        <translation>gånger</translation>
    </message>
    <message>
        <source>Pairs against chance</source>
        <translation>Par mot slumpen</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Slumpen</translation>
    </message>
    <message>
        <source>At the same place</source>
        <translation>På samma plats</translation>
    </message>
    <message>
        <source>%1 apart</source>
        <comment>a band of days</comment>
        <translation>%1 från varandra</translation>
    </message>
    <message>
        <source>the limits of the distances and of the days must rise, from 0 or above, and be at most %1 bands each</source>
        <translation>gränserna för avstånd och dagar måste stiga, från 0 eller mer, och ge högst %1 band var</translation>
    </message>
    <message>
        <source>too many incidents lie within %1 m of each other; a shorter largest distance or a shorter period is needed</source>
        <translation>för många händelser ligger inom %1 m från varandra; det behövs ett kortare längsta avstånd eller en kortare period</translation>
    </message>
    <message>
        <source>Limits of distance %1 m</source>
        <translation>Gränser för avstånd %1 m</translation>
    </message>
    <message>
        <source>Limits of time %1 days</source>
        <translation>Gränser för tid %1 dagar</translation>
    </message>
    <message>
        <source>The same place on its own</source>
        <translation>Samma plats för sig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are compared.</source>
        <translation>
            <numerusform>%Ln händelse jämförs.</numerusform>
            <numerusform>%Ln händelser jämförs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) whose day is not known well enough are left out.</source>
        <translation>
            <numerusform>%Ln händelse vars dag inte är tillräckligt känd är inte med.</numerusform>
            <numerusform>%Ln händelser vars dag inte är tillräckligt känd är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>for the same place on its own, the distances must begin at 0 and the first end above %1 m</source>
        <translation>för samma plats för sig måste avstånden börja på 0 och det första sluta över %1 m</translation>
    </message>
    <message>
        <source>Near repeat</source>
        <translation>Upprepning nära i rum och tid</translation>
    </message>
    <message>
        <source>Probability by chance (p)</source>
        <translation>Sannolikhet av slumpen (p)</translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) fewer than before; without a control of its own it cannot be said whether that is more than elsewhere.</source>
        <translation>
            <numerusform>I buffertområdet blev det %Ln händelse färre än före; utan ett eget kontrollområde går det inte att säga om det är mer än på andra håll.</numerusform>
            <numerusform>I buffertområdet blev det %Ln händelser färre än före; utan ett eget kontrollområde går det inte att säga om det är mer än på andra håll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) more than before; without a control of its own it cannot be said whether any moved there.</source>
        <translation>
            <numerusform>I buffertområdet blev det %Ln händelse fler än före; utan ett eget kontrollområde går det inte att säga om den flyttat dit.</numerusform>
            <numerusform>I buffertområdet blev det %Ln händelser fler än före; utan ett eget kontrollområde går det inte att säga om några flyttat dit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Displacement quotient (WDQ) %1: the buffer area lost more than the target area gained.</source>
        <translation>Förflyttningskvot (WDQ) %1: buffertområdet förlorade mer än målområdet vann.</translation>
    </message>
    <message>
        <source>Displacement quotient (WDQ) %1: a part of what the target area gained was lost in the buffer area.</source>
        <translation>Förflyttningskvot (WDQ) %1: en del av det målområdet vann gick förlorad i buffertområdet.</translation>
    </message>
    <message>
        <source>Displacement quotient (WDQ) %1: the buffer area shared in what the target area gained.</source>
        <translation>Förflyttningskvot (WDQ) %1: även buffertområdet fick del av förbättringen i målområdet.</translation>
    </message>
    <message>
        <source>Overlap of %3 km²: %1, %2.</source>
        <comment>two areas, a number</comment>
        <translation>Överlapp på %3 km²: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is only %1 higher within %2 m for %Ln day(s) (%3): hardly of practical weight.</source>
        <comment>percentage, metres, p</comment>
        <translation>
            <numerusform>Efter en händelse är risken bara %1 högre inom %2 m i %Ln dag (%3): knappast av praktisk betydelse.</numerusform>
            <numerusform>Efter en händelse är risken bara %1 högre inom %2 m i %Ln dagar (%3): knappast av praktisk betydelse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is %1 times higher at the same place for %Ln day(s) (%2).</source>
        <comment>times, p</comment>
        <translation>
            <numerusform>Efter en händelse är risken %1 gånger högre på samma plats i %Ln dag (%2).</numerusform>
            <numerusform>Efter en händelse är risken %1 gånger högre på samma plats i %Ln dagar (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is %1 times higher within %2 m for %Ln day(s) (%3).</source>
        <comment>times, metres, p</comment>
        <translation>
            <numerusform>Efter en händelse är risken %1 gånger högre inom %2 m i %Ln dag (%3).</numerusform>
            <numerusform>Efter en händelse är risken %1 gånger högre inom %2 m i %Ln dagar (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln day(s) it is felt out to %1 m.</source>
        <comment>metres</comment>
        <translation>
            <numerusform>I %Ln dag märks det ut till %1 m.</numerusform>
            <numerusform>I %Ln dagar märks det ut till %1 m.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the same place it is felt for %Ln day(s).</source>
        <translation>
            <numerusform>På samma plats märks det i %Ln dag.</numerusform>
            <numerusform>På samma plats märks det i %Ln dagar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Within %1 m it is felt for %Ln day(s).</source>
        <comment>metres</comment>
        <translation>
            <numerusform>Inom %1 m märks det i %Ln dag.</numerusform>
            <numerusform>Inom %1 m märks det i %Ln dagar.</numerusform>
        </translation>
    </message>
    <message>
        <source>A simple map does as well: %1, %2 of the later incidents; the difference may be chance.</source>
        <translation>En enkel karta är lika bra: %1, %2 av de senare händelserna; skillnaden kan vara slump.</translation>
    </message>
    <message>
        <source>Where do the incidents gather most, and would the same places stand out again?</source>
        <translation>Var samlas händelserna mest, och skulle samma platser sticka ut igen?</translation>
    </message>
    <message>
        <source>Where are there more incidents close together than chance would give?</source>
        <translation>Var ligger fler händelser tätt ihop än slumpen ger?</translation>
    </message>
    <message>
        <source>Which stretches of street have the most incidents per 100 m?</source>
        <translation>Vilka gatusträckor har flest händelser per 100 m?</translation>
    </message>
    <message>
        <source>What has changed between two periods, and where?</source>
        <translation>Vad har ändrats mellan två perioder, och var?</translation>
    </message>
    <message>
        <source>Which hours, weekdays and months stand out?</source>
        <translation>Vilka timmar, veckodagar och månader sticker ut?</translation>
    </message>
    <message>
        <source>Does one incident soon bring another nearby?</source>
        <translation>Följs en händelse snart av en till i närheten?</translation>
    </message>
    <message>
        <source>Did the place change more than one to compare with, and did the trouble move?</source>
        <translation>Ändrades platsen mer än en plats att jämföra med, och flyttade problemen?</translation>
    </message>
    <message>
        <source>Where are the incidents many for the people, homes or passages there are?</source>
        <translation>Var är händelserna många för de människor, bostäder eller passager som finns där?</translation>
    </message>
    <message>
        <source>How many of the later incidents lay where the earlier map pointed?</source>
        <translation>Hur många av de senare händelserna låg där den tidigare kartan pekade?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is drawn, its unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) are hot, at the %1 level or above; the hottest, at the %2 level, lies at %3.</source>
        <translation>
            <numerusform>%Ln område är hett, på minst %1-nivån; det hetaste i det, på %2-nivån, ligger vid %3.</numerusform>
            <numerusform>%Ln områden är heta, på minst %1-nivån; det hetaste, på %2-nivån, ligger vid %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) are cold, at the %1 level or above: fewer incidents lie there than an even spread would put there.</source>
        <translation>
            <numerusform>%Ln område är kallt, på minst %1-nivån: där ligger färre händelser än en jämn spridning skulle ge.</numerusform>
            <numerusform>%Ln områden är kalla, på minst %1-nivån: där ligger färre händelser än en jämn spridning skulle ge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln unit(s) of “%1” lie within the bandwidth of the highest place: so high a number says little.</source>
        <translation>
            <numerusform>Bara %Ln enhet av ”%1” finns inom bandbredden från den högsta platsen: ett så högt tal säger lite.</numerusform>
            <numerusform>Bara %Ln enheter av ”%1” finns inom bandbredden från den högsta platsen: ett så högt tal säger lite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) lie where there is too little of “%1” to say anything.</source>
        <translation>
            <numerusform>%Ln händelse ligger där det finns för lite av ”%1” för att säga något.</numerusform>
            <numerusform>%Ln händelser ligger där det finns för lite av ”%1” för att säga något.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of “%1” could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln rad av ”%1” gick inte att läsa och är inte med.</numerusform>
            <numerusform>%Ln rader av ”%1” gick inte att läsa och är inte med.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents per 1,000 %1</source>
        <comment>what is divided by</comment>
        <translation>Händelser per 1 000 %1</translation>
    </message>
    <message>
        <source>Incidents per km²</source>
        <translation>Händelser per km²</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Inga händelser</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a range of numbers</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Nothing to divide by</source>
        <translation>Inget att dela med</translation>
    </message>
    <message>
        <source>Hidden: too few</source>
        <translation>Dolt: för få</translation>
    </message>
    <message numerus="yes">
        <source>The largest: %Ln incident(s)</source>
        <translation>
            <numerusform>Den största: %Ln händelse</numerusform>
            <numerusform>Den största: %Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>About as many areas in each class.</source>
        <translation>Ungefär lika många områden i varje klass.</translation>
    </message>
    <message>
        <source>Classes of equal width.</source>
        <translation>Lika breda klasser.</translation>
    </message>
    <message>
        <source>Classes by natural breaks.</source>
        <translation>Klasser efter naturliga brytpunkter.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is shown, of which areas</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The area of each circle is in proportion to the count. Large areas often have more.</source>
        <translation>Cirkelns yta motsvarar antalet. Stora områden har ofta fler.</translation>
    </message>
    <message>
        <source>there are no areas to count by</source>
        <translation>det finns inga områden att räkna i</translation>
    </message>
    <message>
        <source>the incidents and the areas lie in different coordinate systems</source>
        <translation>händelserna och områdena ligger i olika koordinatsystem</translation>
    </message>
    <message>
        <source>a rate needs something to divide by</source>
        <translation>för tal per 1 000 behövs något att dela med</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Andel</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>Per 1 000</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minst</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>högst</translation>
    </message>
    <message>
        <source>Every count is so small that it is hidden.</source>
        <translation>Alla antal är så små att de är dolda.</translation>
    </message>
    <message>
        <source>No incident lies in any of the areas.</source>
        <translation>Ingen händelse ligger i något av områdena.</translation>
    </message>
    <message>
        <source>Most incidents lie in %1: %2, %3 of all.</source>
        <translation>Flest händelser ligger i %1: %2, %3 av alla.</translation>
    </message>
    <message>
        <source>Most per km²: %1, with %2 incidents on %3 km², %4 per km².</source>
        <translation>Flest per km²: %1, med %2 händelser på %3 km², %4 per km².</translation>
    </message>
    <message>
        <source>The highest rate: %1, with %2 per 1,000 %3 against %4 in all areas.</source>
        <translation>Högst i förhållande: %1, med %2 per 1 000 %3 mot %4 i alla områden.</translation>
    </message>
    <message>
        <source>The highest rate: %1, with %2 per 1,000 %3 (95 per cent interval %4–%5) against %6 in all areas.</source>
        <translation>Högst i förhållande: %1, med %2 per 1 000 %3 (95 procents osäkerhet %4–%5) mot %6 i alla områden.</translation>
    </message>
    <message>
        <source>Few incidents lie outside all areas: too few to say how many.</source>
        <translation>Några få händelser ligger utanför alla områden: för få för att säga hur många.</translation>
    </message>
    <message>
        <source>%1 of %2 incidents lie outside all areas.</source>
        <translation>%1 av %2 händelser ligger utanför alla områden.</translation>
    </message>
    <message>
        <source>All %1 incidents lie in the areas.</source>
        <translation>Alla %1 händelser ligger i områdena.</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln area(s) the rate rests on fewer than 10 incidents and says little.</source>
        <translation>
            <numerusform>I %Ln område vilar talet på färre än 10 händelser och säger lite.</numerusform>
            <numerusform>I %Ln områden vilar talet på färre än 10 händelser och säger lite.</numerusform>
        </translation>
    </message>
    <message>
        <source>The areas overlap: %1 incidents are counted in more than one.</source>
        <translation>Områdena överlappar: %1 händelser räknas i mer än ett.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) have 1 to 4 incidents: hide small numbers before this is shown to others, since they may point out somebody.</source>
        <translation>
            <numerusform>%Ln område har 1–4 händelser: dölj små tal innan detta visas för andra, för de kan peka ut någon.</numerusform>
            <numerusform>%Ln områden har 1–4 händelser: dölj små tal innan detta visas för andra, för de kan peka ut någon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counts below %1 are hidden, and with them what they could be worked out from: %Ln area(s).</source>
        <translation>
            <numerusform>Antal under %1 är dolda, och det som de kunde räknas ut ur: %Ln område.</numerusform>
            <numerusform>Antal under %1 är dolda, och det som de kunde räknas ut ur: %Ln områden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) have nothing to divide by and no rate.</source>
        <translation>
            <numerusform>%Ln område har inget att dela med och får inget tal per 1 000.</numerusform>
            <numerusform>%Ln områden har inget att dela med och får inget tal per 1 000.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of what is divided by name an area that is not there.</source>
        <translation>
            <numerusform>%Ln rad i det som delas med namnger ett område som inte finns.</numerusform>
            <numerusform>%Ln rader i det som delas med namnger områden som inte finns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of what is divided by could not be used.</source>
        <translation>
            <numerusform>%Ln rad i det som delas med kunde inte användas.</numerusform>
            <numerusform>%Ln rader i det som delas med kunde inte användas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) stand for several areas each, which are counted together.</source>
        <translation>
            <numerusform>%Ln namn står för flera områden, som räknas ihop.</numerusform>
            <numerusform>%Ln namn står för flera områden var, som räknas ihop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) of the file cross their own border; what lies inside is decided by the even-odd rule.</source>
        <translation>
            <numerusform>%Ln område i filen korsar sin egen gräns; jämn–udda-regeln avgör vad som är inne.</numerusform>
            <numerusform>%Ln områden i filen korsar sin egen gräns; jämn–udda-regeln avgör vad som är inne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the file of areas have no area and are passed over.</source>
        <translation>
            <numerusform>%Ln rad i områdesfilen har ingen yta och hoppas över.</numerusform>
            <numerusform>%Ln rader i områdesfilen har ingen yta och hoppas över.</numerusform>
        </translation>
    </message>
    <message>
        <source>Areas: %1</source>
        <translation>Områden: %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Visas: %1</translation>
    </message>
    <message>
        <source>Counts below %1 hidden</source>
        <translation>Antal under %1 dolda</translation>
    </message>
    <message>
        <source>Counts per area</source>
        <translation>Antal per område</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>How many incidents are there in each area, for its size or its inhabitants?</source>
        <translation>Hur många händelser finns i varje område, för dess yta eller för dem som bor där?</translation>
    </message>
    <message>
        <source>No incident lies in an area that has something to divide by.</source>
        <translation>Ingen händelse ligger i ett område som har något att dela med.</translation>
    </message>
</context>
<context>
    <name>hk::models</name>
    <message>
        <source>Street</source>
        <translation>Gata</translation>
    </message>
    <message>
        <source>Railway</source>
        <translation>Järnväg</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Byggnad</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Vatten</translation>
    </message>
    <message>
        <source>Park or ground</source>
        <translation>Park eller mark</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Fence or wall</source>
        <translation>Stängsel eller mur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Layer of one&apos;s own</source>
        <translation>Eget lager</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hållplats</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
</context>
<context>
    <name>hk::models::CategoryModel</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>hk::models::HotspotModel</name>
    <message>
        <source>%1 · %2 ha · %3/km²</source>
        <translation>%1 · %2&#xa0;ha · %3/km²</translation>
    </message>
</context>
<context>
    <name>hk::models::IncidentTableModel</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Reported to police</source>
        <translation>Polisanmäld</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation>Inne eller ute</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Spridning</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externt id</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Källor</translation>
    </message>
</context>
<context>
    <name>hk::models::LayerModel</name>
    <message>
        <source>Being prepared, %1 %</source>
        <translation>Förbereds, %1 %</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Förbereds</translation>
    </message>
    <message>
        <source>Not fetched yet: choose “Fetch anew”</source>
        <translation>Inte hämtat än: välj ”Hämta på nytt”</translation>
    </message>
    <message>
        <source>The file is not there: point it out again</source>
        <translation>Filen finns inte: peka ut den igen</translation>
    </message>
    <message>
        <source>Say which coordinate system it has</source>
        <translation>Säg vilket koordinatsystem det har</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Kan inte visas</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n objekt</numerusform>
            <numerusform>%n objekt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 without a usable place</source>
        <translation>%1, %2 utan användbar plats</translation>
    </message>
    <message>
        <source>Rename the layer %1</source>
        <translation>Byt namn på lagret %1</translation>
    </message>
</context>
<context>
    <name>hk::models::LogModel</name>
    <message>
        <source>from outside</source>
        <translation>utifrån</translation>
    </message>
    <message>
        <source>before the chain</source>
        <translation>före kedjan</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Före och efter</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
</context>
<context>
    <name>hk::models::OrganisationModel</name>
    <message>
        <source>Not stated</source>
        <translation>Inte angiven</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hk::models::ZoneModel</name>
    <message>
        <source>%1: %2</source>
        <comment>name of an area, how many incidents</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hk::paper</name>
    <message numerus="yes">
        <source>… and %Ln more row(s)</source>
        <comment>rows of a table that have no room</comment>
        <translation>
            <numerusform>… och %Ln rad till</numerusform>
            <numerusform>… och %Ln rader till</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, continued</source>
        <comment>title of a table that goes on from the page before</comment>
        <translation>%1, fortsättning</translation>
    </message>
    <message>
        <source>Page</source>
        <comment>head of a column of page numbers</comment>
        <translation>Sida</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <comment>title of a list that goes on from the page before</comment>
        <translation>%1, fortsättning</translation>
    </message>
</context>
<context>
    <name>hk::report</name>
    <message>
        <source>Several incidents</source>
        <translation>Flera händelser</translation>
    </message>
    <message>
        <source>Known only to an area</source>
        <translation>Bara område känt</translation>
    </message>
    <message>
        <source>Hotspot with its rank</source>
        <translation>Hotspot med rang</translation>
    </message>
    <message>
        <source>Incidents around %1</source>
        <translation>Händelser kring %1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Smoothing (bandwidth) %1, Gaussian kernel, cells of %2.</source>
        <translation>Utjämning (bandbredd) %1, gaussisk kärna, celler på %2.</translation>
    </message>
    <message>
        <source>Smoothing (bandwidth) %1, quartic kernel, cells of %2.</source>
        <translation>Utjämning (bandbredd) %1, kvartisk kärna, celler på %2.</translation>
    </message>
    <message>
        <source>Grid north, here also true north.</source>
        <translation>Rutnätsnorr, här också geografiskt norr.</translation>
    </message>
    <message>
        <source>Grid north. True north is %1° to the right of it.</source>
        <translation>Rutnätsnorr. Geografiskt norr ligger %1° åt höger.</translation>
    </message>
    <message>
        <source>Grid north. True north is %1° to the left of it.</source>
        <translation>Rutnätsnorr. Geografiskt norr ligger %1° åt vänster.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) of the selection lie outside this map.</source>
        <translation>
            <numerusform>%Ln händelse i urvalet ligger utanför den här kartan.</numerusform>
            <numerusform>%Ln händelser i urvalet ligger utanför den här kartan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hotspots with an empty circle lie outside this map.</source>
        <translation>Hotspots med en tom cirkel ligger utanför den här kartan.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of the date of printing; Swedish: d MMMM yyyy</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Printed %1, %2</source>
        <comment>date, time of day; Swedish: Utskriven %1 %2</comment>
        <translation>Utskriven %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <comment>the number of those selected, of all</comment>
        <translation>
            <numerusform>%1 av %Ln händelse</numerusform>
            <numerusform>%1 av %Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample data – invented incidents</source>
        <translation>Exempeldata – påhittade händelser</translation>
    </message>
    <message>
        <source>Density, incidents/km²</source>
        <translation>Täthet, händelser/km²</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symboler</translation>
    </message>
    <message>
        <source>Hotspots by number of incidents</source>
        <translation>Hotspots efter antal händelser</translation>
    </message>
    <message>
        <source>No incidents in this selection.</source>
        <translation>Inga händelser i det här urvalet.</translation>
    </message>
    <message>
        <source>No hotspots in this selection.</source>
        <translation>Inga hotspots i det här urvalet.</translation>
    </message>
    <message>
        <source>1:%1 (%2)</source>
        <comment>scale and paper</comment>
        <translation>1:%1 (%2)</translation>
    </message>
    <message>
        <source>SWEREF 99 TM (EPSG:3006), metres</source>
        <translation>SWEREF 99 TM (EPSG:3006), meter</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <comment>title of the file</comment>
        <translation>Källa: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>hotspots that have no room</comment>
        <translation>
            <numerusform>… och %Ln till</numerusform>
            <numerusform>… och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1&#xa0;km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>Incidents</source>
        <comment>head of a column of numbers</comment>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Area, ha</source>
        <comment>head of a column of numbers</comment>
        <translation>Yta, ha</translation>
    </message>
    <message>
        <source>Per km²</source>
        <comment>head of a column: incidents per km²</comment>
        <translation>Per km²</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>head of a column</comment>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Hotspot: a denser area than %1 of the cells above zero, within %2 of Mölndals bro. Not a test of significance.</source>
        <translation>Hotspot: ett tätare område än %1 av cellerna över noll, inom %2 från Mölndals bro. Inget signifikanstest.</translation>
    </message>
    <message>
        <source>Hotspot: a denser area than %1 of the cells above zero. Not a test of significance.</source>
        <translation>Hotspot: ett tätare område än %1 av cellerna över noll. Inget signifikanstest.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Mind this</source>
        <translation>Tänk på</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Utelämnat</translation>
    </message>
    <message>
        <source>Worked out with</source>
        <translation>Beräknat med</translation>
    </message>
    <message>
        <source>Analysis: %1</source>
        <comment>title of a method</comment>
        <translation>Analys: %1</translation>
    </message>
    <message>
        <source>Layers and areas</source>
        <comment>heading of a legend</comment>
        <translation>Lager och områden</translation>
    </message>
    <message>
        <source>Map at 1:%1: %2</source>
        <comment>scale, what it shows</comment>
        <translation>Karta i skala 1:%1: %2</translation>
    </message>
    <message>
        <source>Meeting map</source>
        <translation>Möteskarta</translation>
    </message>
    <message>
        <source>Patrol sheet</source>
        <translation>Patrullblad</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>Lägesbild</translation>
    </message>
    <message>
        <source>Series of maps</source>
        <translation>Kartserie</translation>
    </message>
    <message>
        <source>Public map</source>
        <translation>Publik karta</translation>
    </message>
    <message>
        <source>One map with heatmap and ranked hotspots, to lay on the table.</source>
        <translation>En karta med värmekarta och rangordnade hotspots, att lägga på bordet.</translation>
    </message>
    <message>
        <source>The hotspots of one shift, each with a street map and its hours, in an order to walk.</source>
        <translation>Passets hotspots, var och en med gatukarta och timmar, i en ordning att gå.</translation>
    </message>
    <message>
        <source>Figures, maps and text of a period for a meeting of partners.</source>
        <translation>Siffror, kartor och text för en period, till ett samverkansmöte.</translation>
    </message>
    <message>
        <source>One page for each hotspot, area, stop, school or month, with the same colours throughout.</source>
        <translation>En sida för varje hotspot, område, hållplats, skola eller månad, med samma färger på alla.</translation>
    </message>
    <message>
        <source>Counts per area with small numbers suppressed: fit to be handed to anybody.</source>
        <translation>Antal per område med små tal skyddade: kan lämnas till vem som helst.</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>weekday, first hour, last hour; Swedish: %1 kl. %2–%3</comment>
        <translation>%1 kl. %2–%3</translation>
    </message>
    <message>
        <source>North is up.</source>
        <translation>Norr är uppåt.</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first hour, hour after</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1  ·  North is up</source>
        <comment>scale and paper of a small map</comment>
        <translation>%1  ·  Norr är uppåt</translation>
    </message>
    <message>
        <source>Unnamed place</source>
        <translation>Namnlös plats</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Promenad</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>End</source>
        <comment>of a walk</comment>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Patrol sheet, %1</source>
        <comment>weekday and hours of the shift</comment>
        <translation>Patrullblad, %1</translation>
    </message>
    <message>
        <source>%1  ·  %2 ha</source>
        <comment>incidents, area</comment>
        <translation>%1  ·  %2 ha</translation>
    </message>
    <message>
        <source>Last fortnight against those before</source>
        <translation>Senaste 14 dagarna mot tidigare</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anteckningar</translation>
    </message>
    <message>
        <source>known only to an area</source>
        <translation>bara känt till ett område</translation>
    </message>
    <message>
        <source>Too few to say whether anything has changed.</source>
        <translation>För få för att säga om något har ändrats.</translation>
    </message>
    <message>
        <source>No certain change (%1; 95% interval %2 to %3).</source>
        <translation>Ingen säker förändring (%1; 95-procentigt intervall %2 till %3).</translation>
    </message>
    <message>
        <source>More than before (%1; 95% interval %2 to %3).</source>
        <translation>Fler än tidigare (%1; 95-procentigt intervall %2 till %3).</translation>
    </message>
    <message>
        <source>Fewer than before (%1; 95% interval %2 to %3).</source>
        <translation>Färre än tidigare (%1; 95-procentigt intervall %2 till %3).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of other kinds</source>
        <comment>incidents of categories that have no room</comment>
        <translation>
            <numerusform>%Ln av annat slag</numerusform>
            <numerusform>%Ln av andra slag</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>dates, how many incidents</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The period has no whole fortnight before that to compare with.</source>
        <translation>Perioden har inga hela 14 dagar dessförinnan att jämföra med.</translation>
    </message>
    <message numerus="yes">
        <source>Before that %1 a fortnight on average (%2 in %Ln fortnight(s)).</source>
        <translation>
            <numerusform>Dessförinnan i snitt %1 per 14 dagar (%2 under %Ln sådan period).</numerusform>
            <numerusform>Dessförinnan i snitt %1 per 14 dagar (%2 under %Ln sådana perioder).</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay %1–%2 minutes at each place: a suggestion [Koper 1995]. In all %3–%4 minutes, and the time to walk.</source>
        <translation>Stanna %1–%2 minuter på varje plats: ett förslag [Koper 1995]. Sammanlagt %3–%4 minuter, och tiden att gå.</translation>
    </message>
    <message>
        <source>The shortest order; distances as the crow flies, the streets are longer.</source>
        <translation>Kortaste ordningen. Avstånd fågelvägen; gatorna är längre.</translation>
    </message>
    <message numerus="yes">
        <source>%1 places were asked for; the incidents of the shift gather in %Ln.</source>
        <translation>
            <numerusform>%1 platser önskades; passets händelser samlas på %Ln.</numerusform>
            <numerusform>%1 platser önskades; passets händelser samlas på %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s) of the shift happened at none of these places.</source>
        <translation>
            <numerusform>%1 av passets %Ln händelse skedde inte på någon av platserna.</numerusform>
            <numerusform>%1 av passets %Ln händelser skedde inte på någon av platserna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place can be in no hotspot.</source>
        <translation>
            <numerusform>%Ln händelse utan exakt plats kan inte ligga i någon hotspot.</numerusform>
            <numerusform>%Ln händelser utan exakt plats kan inte ligga i någon hotspot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro can be in no hotspot.</source>
        <translation>
            <numerusform>%Ln händelse mer än 20 km från Mölndals bro kan inte ligga i någon hotspot.</numerusform>
            <numerusform>%Ln händelser mer än 20 km från Mölndals bro kan inte ligga i någon hotspot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln händelse som sträcker sig över en vecka eller mer har ingen veckotimme och är utelämnad.</numerusform>
            <numerusform>%Ln händelser som sträcker sig över en vecka eller mer har ingen veckotimme och är utelämnade.</numerusform>
        </translation>
    </message>
    <message>
        <source>An incident belongs to the shift when more than half of its time lies in it.</source>
        <translation>En händelse hör till passet när mer än halva dess tid ligger i det.</translation>
    </message>
    <message>
        <source>areas of the series</source>
        <translation>seriens områden</translation>
    </message>
    <message>
        <source>Series: hotspots</source>
        <translation>Serie: hotspots</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <comment>title of a set of areas</comment>
        <translation>Serie: %1</translation>
    </message>
    <message>
        <source>Series: areas</source>
        <translation>Serie: områden</translation>
    </message>
    <message>
        <source>Series: month by month</source>
        <translation>Serie: månad för månad</translation>
    </message>
    <message>
        <source>Series: stops</source>
        <translation>Serie: hållplatser</translation>
    </message>
    <message>
        <source>Series: schools</source>
        <translation>Serie: skolor</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Månader</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Hållplatser</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>Skolor</translation>
    </message>
    <message>
        <source>No incident of the selection lies so near a stop of the map.</source>
        <translation>Ingen händelse i urvalet ligger så nära en hållplats på kartan.</translation>
    </message>
    <message>
        <source>No incident of the selection lies so near a school of the map.</source>
        <translation>Ingen händelse i urvalet ligger så nära en skola på kartan.</translation>
    </message>
    <message>
        <source>There are no areas to make pages of.</source>
        <translation>Det finns inga områden att göra sidor av.</translation>
    </message>
    <message>
        <source>Counted is what lies within %1 m of a stop&apos;s points on the map.</source>
        <comment>metres</comment>
        <translation>Räknat är det som ligger inom %1 m från en hållplats punkter på kartan.</translation>
    </message>
    <message>
        <source>Counted is what lies within %1 m of a school&apos;s point on the map.</source>
        <comment>metres</comment>
        <translation>Räknat är det som ligger inom %1 m från en skolas punkt på kartan.</translation>
    </message>
    <message>
        <source>%1 of %2 are on a page.</source>
        <comment>a number, how many incidents</comment>
        <translation>%1 av %2 finns på någon sida.</translation>
    </message>
    <message>
        <source>One incident may be counted on several pages: %1 are.</source>
        <comment>a number</comment>
        <translation>En händelse kan räknas på flera sidor: så är det med %1.</translation>
    </message>
    <message>
        <source>There are no months to make pages of.</source>
        <translation>Det finns inga månader att göra sidor av.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innehåll</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sida</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Visas inte</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Inga händelser</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a range of numbers</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Counts by area and category</source>
        <translation>Antal per område och kategori</translation>
    </message>
    <message>
        <source>Counts by area and category, %1 of %2</source>
        <comment>number of a table, how many there are</comment>
        <translation>Antal per område och kategori, %1 av %2</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the row of totals</comment>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a category</comment>
        <translation>Övrigt</translation>
    </message>
    <message>
        <source>%1: not told.</source>
        <comment>two dots</comment>
        <translation>%1 visas inte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more area(s) with fewer incidents stand on the map only.</source>
        <translation>
            <numerusform>%Ln område till med färre händelser finns bara på kartan.</numerusform>
            <numerusform>%Ln områden till med färre händelser finns bara på kartan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents are counted in squares of %1 × %1 m. No single incident stands on the map.</source>
        <translation>Händelserna räknas i rutor om %1 × %1 m. Ingen enskild händelse visas på kartan.</translation>
    </message>
    <message>
        <source>An incident is counted in a square only where its place is known within half a square.</source>
        <translation>En händelse räknas i en ruta bara om platsen är känd på en halv ruta när.</translation>
    </message>
    <message>
        <source>Incidents are counted in whole areas. No single incident stands on the map.</source>
        <translation>Händelserna räknas i hela områden. Ingen enskild händelse visas på kartan.</translation>
    </message>
    <message>
        <source>An incident is counted in an area only where its place is known exactly enough.</source>
        <translation>En händelse räknas i ett område bara om platsen är tillräckligt känd.</translation>
    </message>
    <message>
        <source>Incidents are counted by pieces of streets of about 200 m and stand at the middle of the piece, never where they happened.</source>
        <translation>Händelserna räknas per gatustycke om ungefär 200 m och står mitt på stycket, aldrig där de inträffade.</translation>
    </message>
    <message>
        <source>An incident is counted by a street only where its place is known within 50 m.</source>
        <translation>En händelse räknas till en gata bara om platsen är känd på 50 m när.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) by area and category are not told: they are below %1, or are left out so that one below %1 cannot be worked out from the others and the totals.</source>
        <translation>
            <numerusform>%Ln antal per område och kategori visas inte: det är lägre än %1, eller utelämnat för att ett som är lägre än %1 inte ska kunna räknas ut ur de andra och summorna.</numerusform>
            <numerusform>%Ln antal per område och kategori visas inte: de är lägre än %1, eller utelämnade för att något som är lägre än %1 inte ska kunna räknas ut ur de andra och summorna.</numerusform>
        </translation>
    </message>
    <message>
        <source>No count is below %1, so all are told.</source>
        <translation>Inget antal är lägre än %1, så alla visas.</translation>
    </message>
    <message>
        <source>The counts tell what has been reported, not all that has happened.</source>
        <translation>Antalen visar vad som har rapporterats, inte allt som har hänt.</translation>
    </message>
    <message>
        <source>Chosen by words in the text.</source>
        <translation>Valda efter ord i texten.</translation>
    </message>
    <message>
        <source>Reported incidents</source>
        <translation>Rapporterade händelser</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>Så är det räknat</translation>
    </message>
    <message>
        <source>incidents</source>
        <comment>unit of bars</comment>
        <translation>händelser</translation>
    </message>
    <message>
        <source>Incident: one row of the file, counted on the local day on which it began. Several reports of the same incident are counted once.</source>
        <translation>Händelse: en rad i filen, räknad på den dag den började. Flera rapporter om samma händelse räknas en gång.</translation>
    </message>
    <message>
        <source>More, fewer: the two counts differ more than chance explains (exact test of the ratio of two Poisson counts, 5%), also when all lines of the table are looked at together (Holm). The interval holds the true change 95 times of 100 if incidents come independently of each other.</source>
        <translation>Fler, färre: de två antalen skiljer sig mer än slumpen förklarar (exakt test av kvoten mellan två Poissontal, 5 %), även när alla rader i tabellen prövas tillsammans (Holm). Intervallet rymmer den sanna förändringen 95 gånger av 100 om händelserna kommer oberoende av varandra.</translation>
    </message>
    <message>
        <source>No certain change: the difference may be chance. It is not the same as no change.</source>
        <translation>Ingen säker förändring: skillnaden kan vara slump. Det är inte samma sak som att inget har förändrats.</translation>
    </message>
    <message>
        <source>Too few to say: one of the two periods has fewer than %1 incidents. No percentage is given then.</source>
        <translation>För få för att säga: någon av de två perioderna har färre än %1 händelser. Då anges ingen procentsats.</translation>
    </message>
    <message>
        <source>Density: the incidents per square kilometre around each place, smoothed with the bandwidth %1 m in cells of %2 m.</source>
        <translation>Täthet: händelser per kvadratkilometer runt varje plats, utjämnade med bandbredden %1 m i rutor om %2 m.</translation>
    </message>
    <message>
        <source>Hotspot: an area denser than %1 of the cells above zero. There are always hotspots, also in a calm period; it is no test of significance.</source>
        <translation>Hotspot: ett område som är tätare än %1 av rutorna över noll. Det finns alltid hotspots, också i en lugn period; det är ingen prövning mot slumpen.</translation>
    </message>
    <message>
        <source>Hour: that of the time of the incident; of a span the hour that holds more than half of it.</source>
        <translation>Timme: den då händelsen inträffade; av ett tidsspann den timme som rymmer mer än hälften av det.</translation>
    </message>
    <message>
        <source>Only hotspots within %1 m of Mölndals bro are ranked.</source>
        <translation>Bara hotspots inom %1 m från Mölndals bro rangordnas.</translation>
    </message>
    <message>
        <source>Change by place: the hotspots of both periods together, so that neither period chooses the places.</source>
        <translation>Förändring per plats: de hotspots som båda perioderna tillsammans ger, så att ingen av perioderna väljer platserna.</translation>
    </message>
    <message>
        <source>The figures tell what has been reported, not all that has happened. More reporting, a new category or a new organisation looks like more incidents.</source>
        <translation>Siffrorna visar vad som har rapporterats, inte allt som har hänt. Fler som rapporterar, en ny kategori eller en ny aktör ser ut som fler händelser.</translation>
    </message>
    <message>
        <source>Nothing of the selection is left out.</source>
        <translation>Inget i urvalet är utelämnat.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Sammanfattning</translation>
    </message>
    <message>
        <source>In the period that it is held against, %1, there are %2.</source>
        <comment>a period, how many incidents</comment>
        <translation>Perioden den jämförs med, %1, har %2.</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>händelser</translation>
    </message>
    <message>
        <source>on the same days a year before</source>
        <translation>samma dagar året innan</translation>
    </message>
    <message>
        <source>in as many days just before</source>
        <translation>lika många dagar närmast före</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>kategorier</translation>
    </message>
    <message>
        <source>hotspots</source>
        <translation>hotspots</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Hur mycket</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>The whole selection</source>
        <translation>Hela urvalet</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Runt %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>What the partners reported</source>
        <translation>Vad aktörerna har rapporterat</translation>
    </message>
    <message>
        <source>Planned and done</source>
        <translation>Planerat och gjort</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the selection are linked to %Ln intervention(s).</source>
        <comment>how many incidents</comment>
        <translation>
            <numerusform>%1 i urvalet är kopplade till %Ln åtgärd.</numerusform>
            <numerusform>%1 i urvalet är kopplade till %Ln åtgärder.</numerusform>
        </translation>
    </message>
    <message>
        <source>How it was worked out</source>
        <translation>Så är det framtaget</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Vad orden betyder</translation>
    </message>
    <message>
        <source>Comparison of periods</source>
        <translation>Jämförelsen mellan perioder</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Vad som är utelämnat</translation>
    </message>
    <message>
        <source>Sources of the methods</source>
        <translation>Metodernas källor</translation>
    </message>
    <message>
        <source>Situation report, %1</source>
        <comment>a period</comment>
        <translation>Lägesbild %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <comment>of a report</comment>
        <translation>Sida %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Andel</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Förändring</translation>
    </message>
    <message>
        <source>What can be said</source>
        <translation>Vad som kan sägas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>rows of a table put together</comment>
        <translation>
            <numerusform>%Ln annan</numerusform>
            <numerusform>%Ln andra</numerusform>
        </translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Per kategori</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Per aktör</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Most of it</source>
        <translation>Mest</translation>
    </message>
    <message>
        <source>A dash: the organisation did not report then, or there are too few for a percentage. More from an organisation may be more reporting.</source>
        <translation>Streck: aktören rapporterade inte då eller så är det för få för en procentsats. Fler från en aktör kan bero på att mer rapporteras.</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Per år</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Per månad</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Månad</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>Året innan</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>*: not all of its days are in the period; the year before is of the same days.</source>
        <translation>*: alla dagar är inte med i perioden; året innan gäller samma dagar.</translation>
    </message>
    <message>
        <source>A dash: the file does not reach back so far.</source>
        <translation>Streck: filen går inte så långt tillbaka.</translation>
    </message>
    <message>
        <source>Hotspots of the period</source>
        <translation>Periodens hotspots</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>för få för att säga</translation>
    </message>
    <message>
        <source>Change by place</source>
        <translation>Förändring per plats</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95-procentigt intervall</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ends of an interval</comment>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planerat</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Uppgift från</translation>
    </message>
    <message>
        <source>%1 in the selection.</source>
        <comment>how many incidents</comment>
        <translation>%1 i urvalet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln day(s): %2 a day on average.</source>
        <comment>how many incidents</comment>
        <translation>
            <numerusform>%1 på %Ln dag: %2 om dagen i genomsnitt.</numerusform>
            <numerusform>%1 på %Ln dagar: %2 om dagen i genomsnitt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Most common: %1.</source>
        <comment>categories with counts</comment>
        <translation>Vanligast: %1.</translation>
    </message>
    <message>
        <source>Together they are %1 of all.</source>
        <comment>a share</comment>
        <translation>Tillsammans är de %1 av alla.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more category(s) have changed with certainty; see the table.</source>
        <translation>
            <numerusform>%Ln kategori till har säkert förändrats; se tabellen.</numerusform>
            <numerusform>%Ln kategorier till har säkert förändrats; se tabellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No category has changed more than chance may explain.</source>
        <translation>Ingen kategori har förändrats mer än slumpen kan förklara.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln category(s) there are too few to say whether they have changed.</source>
        <translation>
            <numerusform>I %Ln kategori är det för få för att säga om något har förändrats.</numerusform>
            <numerusform>I %Ln kategorier är det för få för att säga om något har förändrats.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no hotspot in this selection.</source>
        <translation>Det finns ingen hotspot i urvalet.</translation>
    </message>
    <message>
        <source>%1, %2 of all</source>
        <comment>incidents of a hotspot, their share</comment>
        <translation>%1, %2 av alla</translation>
    </message>
    <message>
        <source>mostly %1</source>
        <comment>weekdays and hours</comment>
        <translation>mest %1</translation>
    </message>
    <message numerus="yes">
        <source>First among %Ln hotspot(s): %1 (%2).</source>
        <comment>a place, what is known of it</comment>
        <translation>
            <numerusform>%Ln hotspot: %1 (%2).</numerusform>
            <numerusform>Främst av %Ln hotspots: %1 (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>No place has changed more than chance may explain.</source>
        <translation>Ingen plats har förändrats mer än slumpen kan förklara.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s) have reported; most of it %1: %2 of %3.</source>
        <comment>an organisation, its share, all incidents</comment>
        <translation>
            <numerusform>%Ln aktör har rapporterat; mest %1: %2 av %3.</numerusform>
            <numerusform>%Ln aktörer har rapporterat; mest %1: %2 av %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation>Okänd kategori</translation>
    </message>
    <message>
        <source>Not stated</source>
        <comment>an organisation</comment>
        <translation>Ej angiven</translation>
    </message>
    <message>
        <source>The file does not reach back to the same days a year before (%1): it begins on %2.</source>
        <comment>a period, a date</comment>
        <translation>Filen går inte tillbaka till samma dagar året innan (%1): den börjar %2.</translation>
    </message>
    <message>
        <source>Compared: %1 with the same days a year before, %2.</source>
        <translation>Jämförelse: %1 med samma dagar året innan, %2.</translation>
    </message>
    <message>
        <source>Compared: %1 with as many days just before, %2.</source>
        <translation>Jämförelse: %1 med lika många dagar närmast före, %2.</translation>
    </message>
    <message>
        <source>The file does not reach back so far that the period could be compared with an earlier one.</source>
        <translation>Filen går inte så långt tillbaka att perioden kan jämföras med någon tidigare.</translation>
    </message>
    <message>
        <source>Just before</source>
        <translation>Närmast före</translation>
    </message>
    <message>
        <source>All of the selection</source>
        <translation>Hela urvalet</translation>
    </message>
    <message>
        <source>There are too few incidents to say what is most common, where or when.</source>
        <translation>Det är för få händelser för att säga vad som är vanligast, var eller när.</translation>
    </message>
    <message>
        <source>Most concentrated in time: %1, with %2 of all incidents that have an hour.</source>
        <comment>hours, a share</comment>
        <translation>Mest samlat i tid: %1, med %2 av alla händelser som har ett klockslag.</translation>
    </message>
    <message>
        <source>There are too few incidents to say at which hours it happens.</source>
        <translation>Det är för få händelser för att säga vilka timmar det händer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) have no hour of their own, because they are known only to a longer span; they are not in the figures by hour.</source>
        <translation>
            <numerusform>%Ln händelse har ingen egen timme, eftersom den bara är känd till ett längre tidsspann; den är inte med i siffrorna per timme.</numerusform>
            <numerusform>%Ln händelser har ingen egen timme, eftersom de bara är kända till ett längre tidsspann; de är inte med i siffrorna per timme.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time of year may explain a part of the difference.</source>
        <translation>En del av skillnaden kan bero på årstiden.</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>mark of a sheet</comment>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Hotspot: a denser area than %1 of the cells above zero.</source>
        <translation>Hotspot: tätare än %1 av rutorna över noll.</translation>
    </message>
    <message>
        <source>%1 in the hotspot</source>
        <comment>how many incidents</comment>
        <translation>%1 i hotspoten</translation>
    </message>
    <message>
        <source>%1 within %2 m of %3</source>
        <comment>how many incidents, metres, a place</comment>
        <translation>%1 inom %2 m från %3</translation>
    </message>
    <message>
        <source>All pages have the same colours for the same density. The number of incidents is that of the page&apos;s own counts.</source>
        <translation>Alla sidor har samma färger för samma täthet. Antalet händelser är det som sidans egen tabell räknar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no hour of their own</source>
        <comment>what a chart leaves out</comment>
        <translation>
            <numerusform>%Ln har ingen egen timme</numerusform>
            <numerusform>%Ln har ingen egen timme</numerusform>
        </translation>
    </message>
    <message>
        <source>Years</source>
        <translation>År</translation>
    </message>
    <message>
        <source>The period</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>året innan</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>Veckodag och timme</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>Dygnets timmar</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorier</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Aktörer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page number, of how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) may have happened in one hour or another.</source>
        <translation>
            <numerusform>%Ln händelse kan ha skett i en timme eller en annan.</numerusform>
            <numerusform>%Ln händelser kan ha skett i en timme eller en annan.</numerusform>
        </translation>
    </message>
    <message>
        <source>By hour of the shift</source>
        <translation>Timmar under passet</translation>
    </message>
    <message>
        <source>incidents</source>
        <comment>unit of a chart</comment>
        <translation>händelser</translation>
    </message>
    <message>
        <source>No place stands out: the incidents of the shift are too few or too far apart.</source>
        <translation>Ingen plats sticker ut: passets händelser är för få eller för utspridda.</translation>
    </message>
    <message>
        <source>Hotspot, its number</source>
        <translation>Hotspot med nummer</translation>
    </message>
    <message>
        <source>Front</source>
        <comment>side of a sheet of paper</comment>
        <translation>Framsida</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>side of a sheet of paper</comment>
        <translation>Baksida</translation>
    </message>
    <message>
        <source>Distance</source>
        <comment>head of a column: from the place before</comment>
        <translation>Avstånd</translation>
    </message>
    <message>
        <source>In all</source>
        <comment>sum of a walk</comment>
        <translation>Sammanlagt</translation>
    </message>
    <message>
        <source>Latest incidents</source>
        <translation>Senaste händelserna</translation>
    </message>
    <message>
        <source>When</source>
        <comment>head of a column</comment>
        <translation>När</translation>
    </message>
    <message>
        <source>What</source>
        <comment>head of a column</comment>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Near</source>
        <comment>head of a column: what is near</comment>
        <translation>Nära</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>number of a sheet, how many there are</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Incidents</source>
        <comment>heading of the legend of a public map</comment>
        <translation>Antal händelser</translation>
    </message>
    <message>
        <source>Not told: fewer than %1, or left out so that fewer than %1 elsewhere cannot be worked out.</source>
        <translation>Visas inte: färre än %1, eller utelämnat för att färre än %1 på annat håll inte ska kunna räknas ut.</translation>
    </message>
    <message>
        <source>Incidents by category</source>
        <translation>Händelser efter kategori</translation>
    </message>
    <message>
        <source>Category</source>
        <comment>head of a column</comment>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Share</source>
        <comment>head of a column: of all</comment>
        <translation>Andel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other categories</source>
        <translation>
            <numerusform>%Ln annan kategori</numerusform>
            <numerusform>%Ln andra kategorier</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>By hour of the day</source>
        <translation>Timmar på dygnet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what a map shows, its scale</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>hk::text</name>
    <message>
        <source>exact point</source>
        <comment>precision</comment>
        <translation>exakt punkt</translation>
    </message>
    <message>
        <source>street</source>
        <comment>precision</comment>
        <translation>gata</translation>
    </message>
    <message>
        <source>place</source>
        <comment>precision</comment>
        <translation>plats</translation>
    </message>
    <message>
        <source>area</source>
        <comment>precision</comment>
        <translation>område</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>indoors or outdoors</comment>
        <translation>okänt</translation>
    </message>
    <message>
        <source>indoors</source>
        <translation>inomhus</translation>
    </message>
    <message>
        <source>outdoors</source>
        <translation>utomhus</translation>
    </message>
    <message>
        <source>logged at the desk</source>
        <comment>source</comment>
        <translation>egen registrering</translation>
    </message>
    <message>
        <source>import</source>
        <comment>source</comment>
        <translation>import</translation>
    </message>
    <message>
        <source>partner</source>
        <comment>source</comment>
        <translation>partner</translation>
    </message>
    <message>
        <source>citizen</source>
        <comment>source</comment>
        <translation>medborgare</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>reported to the police</comment>
        <translation>okänt</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>reported to the police</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <comment>reported to the police</comment>
        <translation>nej</translation>
    </message>
    <message>
        <source>new</source>
        <comment>status of an incident</comment>
        <translation>ny</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>status of an incident</comment>
        <translation>pågår</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>status of an incident</comment>
        <translation>avslutad</translation>
    </message>
    <message>
        <source>internal</source>
        <comment>confidentiality</comment>
        <translation>intern</translation>
    </message>
    <message>
        <source>partners</source>
        <comment>confidentiality: may be seen by partners</comment>
        <translation>partner</translation>
    </message>
    <message>
        <source>public</source>
        <comment>confidentiality</comment>
        <translation>offentlig</translation>
    </message>
    <message>
        <source>Narcotics</source>
        <translation>Narkotika</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Skadegörelse</translation>
    </message>
    <message>
        <source>Gatherings</source>
        <translation>Samlingar</translation>
    </message>
    <message>
        <source>Disorder</source>
        <translation>Ordningsstörningar</translation>
    </message>
    <message>
        <source>Violence and threats</source>
        <translation>Våld och hot</translation>
    </message>
    <message>
        <source>Theft and robbery</source>
        <translation>Stöld och rån</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafik</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(utan namn)</translation>
    </message>
    <message>
        <source>The file %1 is not there. Check the name and the folder, or choose another file.</source>
        <translation>Filen %1 finns inte. Kontrollera namnet och mappen, eller välj en annan fil.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check that it is complete and that you may read it.</source>
        <translation>Filen %1 går inte att läsa. Kontrollera att den är hel och att du får läsa den.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Choose a folder where you may write.</source>
        <translation>Filen %1 går inte att skriva. Välj en mapp där du får skriva.</translation>
    </message>
    <message>
        <source>There is already a file %1, and nothing is overwritten. Choose another name.</source>
        <translation>Det finns redan en fil %1, och inget skrivs över. Välj ett annat namn.</translation>
    </message>
    <message>
        <source>The file %1 is not an incident file of this program. Choose another file, or import it.</source>
        <translation>Filen %1 är ingen händelsefil från det här programmet. Välj en annan fil, eller importera den.</translation>
    </message>
    <message>
        <source>The file %1 is damaged and has been left as it is. Open the latest backup copy instead.</source>
        <translation>Filen %1 är skadad och har lämnats som den är. Öppna den senaste säkerhetskopian i stället.</translation>
    </message>
    <message>
        <source>Another program is using the file %1. Close it there and try again.</source>
        <translation>Ett annat program använder filen %1. Stäng den där och försök igen.</translation>
    </message>
    <message>
        <source>The file %1 was made by a newer version of the program and can only be read. Update the program to make changes.</source>
        <translation>Filen %1 är skapad av en nyare version av programmet och kan bara läsas. Uppdatera programmet för att kunna ändra i den.</translation>
    </message>
    <message>
        <source>The file %1 is open for reading only, so nothing was changed. Save a copy and work in that.</source>
        <translation>Filen %1 är öppen bara för läsning, så inget har ändrats. Spara en kopia och arbeta i den.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was changed. Free some space and try again.</source>
        <translation>Disken är full, så inget har ändrats. Frigör utrymme och försök igen.</translation>
    </message>
    <message>
        <source>The text has %1 characters, and %2 is the most there is room for. Shorten it.</source>
        <translation>Texten har %1 tecken, och det finns plats för högst %2. Korta den.</translation>
    </message>
    <message>
        <source>The value %1 is not between %2 and %3. Change it to a value within these limits.</source>
        <translation>Värdet %1 ligger inte mellan %2 och %3. Ändra det till ett värde inom gränserna.</translation>
    </message>
    <message>
        <source>The position (easting %1, northing %2) lies outside Sweden. Check the coordinate system and the order of the coordinates.</source>
        <translation>Positionen (öst %1, nord %2) ligger utanför Sverige. Kontrollera koordinatsystemet och koordinaternas ordning.</translation>
    </message>
    <message>
        <source>The text holds a personal identity number: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller ett personnummer: %1. Ta bort det; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The text holds a coordination number: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller ett samordningsnummer: %1. Ta bort det; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The text holds a phone number: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller ett telefonnummer: %1. Ta bort det; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The text holds an e-mail address: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller en e-postadress: %1. Ta bort den; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The text holds a vehicle registration: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller ett registreringsnummer: %1. Ta bort det; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>The text holds personal data: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller personuppgifter: %1. Ta bort dem; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>There is nothing in it that the map shows. Choose another file or another area.</source>
        <translation>Där finns inget som kartan visar. Välj en annan fil eller ett annat område.</translation>
    </message>
    <message>
        <source>A value is missing. Fill it in.</source>
        <translation>Ett värde saknas. Fyll i det.</translation>
    </message>
    <message>
        <source>The area is not a polygon that can be used. Draw it again with at least three corners.</source>
        <translation>Området går inte att använda som yta. Rita om det med minst tre hörn.</translation>
    </message>
    <message>
        <source>The value cannot be understood. Check how it is written.</source>
        <translation>Värdet går inte att tolka. Kontrollera hur det är skrivet.</translation>
    </message>
    <message>
        <source>The value “%1” cannot be understood. Check how it is written.</source>
        <translation>Värdet ”%1” går inte att tolka. Kontrollera hur det är skrivet.</translation>
    </message>
    <message>
        <source>There is no category “%1”. Choose one from the list.</source>
        <translation>Det finns ingen kategori ”%1”. Välj en ur listan.</translation>
    </message>
    <message>
        <source>The end comes before the beginning. Change one of the two times.</source>
        <translation>Slutet ligger före början. Ändra en av de två tiderna.</translation>
    </message>
    <message>
        <source>The time has not come yet. Give the time when it happened; only what is planned may lie ahead.</source>
        <translation>Tiden ligger i framtiden. Ange när det hände; bara det som är planerat får ligga framåt i tiden.</translation>
    </message>
    <message>
        <source>The time %1 does not exist: the clock went from 2 to 3 that night. Give another time.</source>
        <translation>Tiden %1 finns inte: klockan ställdes om från 2 till 3 den natten. Ange en annan tid.</translation>
    </message>
    <message>
        <source>There is no column “%1” in the file. Choose one of the columns it has.</source>
        <translation>Det finns ingen kolumn ”%1” i filen. Välj en av kolumnerna som finns.</translation>
    </message>
    <message>
        <source>No columns with a position were found. Say which columns hold longitude and latitude, or easting and northing.</source>
        <translation>Det gick inte att hitta några kolumner med position. Ange vilka kolumner som innehåller longitud och latitud, eller öst- och nordkoordinat.</translation>
    </message>
    <message>
        <source>The format “%1” is not supported. Choose another format.</source>
        <translation>Formatet ”%1” stöds inte. Välj ett annat format.</translation>
    </message>
    <message>
        <source>The file %1 does not say where on the map it lies. Save it with its coordinate system, for example as GeoTIFF.</source>
        <translation>Filen %1 säger inte var på kartan den ligger. Spara den med sitt koordinatsystem, till exempel som GeoTIFF.</translation>
    </message>
    <message>
        <source>The coordinate system “%1” is not known. Give it as an EPSG code, such as EPSG:3006.</source>
        <translation>Koordinatsystemet ”%1” är okänt. Ange det som en EPSG-kod, till exempel EPSG:3006.</translation>
    </message>
    <message>
        <source>There are no incidents in the selection. Choose a longer period or take away a filter.</source>
        <translation>Det finns inga händelser i urvalet. Välj en längre period eller ta bort ett filter.</translation>
    </message>
    <message>
        <source>Areas lie over each other, so that an incident would count in one of them alone. Choose areas that do not overlap.</source>
        <translation>Områden ligger över varandra, så att en händelse skulle räknas i bara ett av dem. Välj områden som inte överlappar.</translation>
    </message>
    <message>
        <source>The grid would have %1 cells, and %2 is the most. Choose larger cells or a smaller area.</source>
        <translation>Rutnätet skulle få %1 celler, och högst %2 är möjligt. Välj större celler eller ett mindre område.</translation>
    </message>
    <message>
        <source>The bandwidth (%1 m) is smaller than the cell (%2 m). Choose a larger bandwidth or smaller cells.</source>
        <translation>Utjämningen (%1&#xa0;m) är mindre än cellen (%2&#xa0;m). Välj en större utjämning eller mindre celler.</translation>
    </message>
    <message>
        <source>The coordinates could not be transformed. Check the coordinate system of the input.</source>
        <translation>Koordinaterna gick inte att räkna om. Kontrollera koordinatsystemet i indata.</translation>
    </message>
    <message>
        <source>The file could not be read or written, so nothing was changed. Try again; if it happens again, open the latest backup copy.</source>
        <translation>Filen gick inte att läsa eller skriva, så inget har ändrats. Försök igen; händer det igen, öppna den senaste säkerhetskopian.</translation>
    </message>
    <message>
        <source>What was asked for is not there. It may have been taken away meanwhile.</source>
        <translation>Det som efterfrågades finns inte. Det kan ha tagits bort under tiden.</translation>
    </message>
    <message>
        <source>“%1” was not found. Check the name; it may have been taken away meanwhile.</source>
        <translation>”%1” hittades inte. Kontrollera namnet; det kan ha tagits bort under tiden.</translation>
    </message>
    <message>
        <source>It was cancelled, and nothing was changed. Start again when you like.</source>
        <translation>Det avbröts, och inget har ändrats. Börja om när du vill.</translation>
    </message>
    <message>
        <source>The command was not understood. See --help.</source>
        <translation>Kommandot gick inte att tolka. Se --help.</translation>
    </message>
    <message>
        <source>The command was not understood: %1. See --help.</source>
        <translation>Kommandot gick inte att tolka: %1. Se --help.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile, so nothing was saved. Read the new version and make the change again.</source>
        <translation>Någon annan har ändrat det här under tiden, så inget sparades. Läs den nya versionen och gör om ändringen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Try again, and report it if it happens again.</source>
        <translation>Något gick fel inne i programmet. Försök igen, och rapportera det om det händer igen.</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Rad %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <comment>after a file name</comment>
        <translation>rad %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place of an error: what happened and what to do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code and name of a category</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Category: %1.</source>
        <comment>one or several</comment>
        <translation>
            <numerusform>Kategori: %1.</numerusform>
            <numerusform>Kategorier: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>hours of the week as a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s).</source>
        <translation>
            <numerusform>%Ln aktör.</numerusform>
            <numerusform>%Ln aktörer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation: %1.</source>
        <comment>one or several</comment>
        <translation>
            <numerusform>Aktör: %1.</numerusform>
            <numerusform>Aktörer: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Within a drawn area.</source>
        <translation>Inom ett ritat område.</translation>
    </message>
    <message>
        <source>Precision: %1.</source>
        <translation>Noggrannhet: %1.</translation>
    </message>
    <message>
        <source>Severity %1 or more.</source>
        <translation>Allvarsgrad %1 eller högre.</translation>
    </message>
    <message>
        <source>Containing “%1”.</source>
        <translation>Innehåller ”%1”.</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>Alla händelser</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date; Swedish: d MMMM yyyy</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4</source>
        <comment>weekday, day, month, year</comment>
        <translation>%1 %2 %3 %4</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, month</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>format of a time of day; Swedish: HH.mm</comment>
        <translation>HH.mm</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percentage; Swedish has a no-break space before the sign</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a time of day; Swedish: kl. %1, with a no-break space</comment>
        <translation>kl.&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last date of a period</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>period without an end</comment>
        <translation>från %1</translation>
    </message>
    <message>
        <source>to %1 inclusive</source>
        <comment>period without a beginning</comment>
        <translation>till och med %1</translation>
    </message>
    <message>
        <source>all time</source>
        <comment>period without beginning and end</comment>
        <translation>alla datum</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time of day; Swedish: %1 %2</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <comment>date, first and last time of day; Swedish: %1 %2–%3</comment>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <comment>first date and time of day, last date and time of day; Swedish: %1 %2 – %3 %4</comment>
        <translation>%1 %2 – %3 %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln händelse</numerusform>
            <numerusform>%Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation>Inne eller ute</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externt id</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <source>Number of persons</source>
        <translation>Antal personer</translation>
    </message>
    <message>
        <source>Reported to the police</source>
        <translation>Polisanmäld</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Spridning</translation>
    </message>
    <message>
        <source>Date of disposal</source>
        <translation>Gallringsdatum</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <source>Easting</source>
        <translation>Öst (E)</translation>
    </message>
    <message>
        <source>Northing</source>
        <translation>Nord (N)</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>alla dagar</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last weekday</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>weekdays, first and last hour; Swedish: %1 kl. %2–%3</comment>
        <translation>%1 kl.&#xa0;%2–%3</translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4</source>
        <comment>weekday, hour – weekday, hour; Swedish: %1 kl. %2 – %3 kl. %4</comment>
        <translation>%1 kl.&#xa0;%2 – %3 kl.&#xa0;%4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) of the week</source>
        <translation>
            <numerusform>%Ln av veckans timmar</numerusform>
            <numerusform>%Ln av veckans timmar</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be worked out. Change what was chosen and try again.</source>
        <translation>Det här går inte att räkna ut. Ändra det som är valt och försök igen.</translation>
    </message>
    <message>
        <source>This cannot be worked out: %1. Change it and try again.</source>
        <translation>Det här går inte att räkna ut: %1. Ändra det och försök igen.</translation>
    </message>
    <message>
        <source>The server</source>
        <comment>where its name is not known</comment>
        <translation>Servern</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and the address, and try again.</source>
        <translation>%1 går inte att nå. Kontrollera nätverket och adressen och försök igen.</translation>
    </message>
    <message>
        <source>%1 takes too long to answer. Try again in a while.</source>
        <translation>%1 svarar för långsamt. Försök igen om en stund.</translation>
    </message>
    <message>
        <source>%1 does not let you in. Check user name and password.</source>
        <translation>%1 släpper inte in dig. Kontrollera användarnamn och lösenord.</translation>
    </message>
    <message>
        <source>%1 cannot prove that it is the right server (wrong certificate), so nothing was sent. Check the address, or ask those who run the server.</source>
        <translation>%1 kan inte visa att det är rätt server (fel certifikat), så inget skickades. Kontrollera adressen eller fråga dem som sköter servern.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address. Check the address.</source>
        <translation>%1 har inget på den här adressen. Kontrollera adressen.</translation>
    </message>
    <message>
        <source>%1 sends more than there is room for. Ask for a smaller area.</source>
        <translation>%1 skickar mer än det finns plats för. Be om ett mindre område.</translation>
    </message>
    <message>
        <source>%1 sends more than %2 MB. Ask for a smaller area.</source>
        <translation>%1 skickar mer än %2 MB. Be om ett mindre område.</translation>
    </message>
    <message>
        <source>%1 cannot answer now, or has had too many questions. Wait a while and try again.</source>
        <translation>%1 kan inte svara nu eller har fått för många frågor. Vänta en stund och försök igen.</translation>
    </message>
    <message>
        <source>%1 answers with something else than was asked for. Check the address.</source>
        <translation>%1 svarar med något annat än det som efterfrågades. Kontrollera adressen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln area(s).</source>
        <comment>a set of areas, how many</comment>
        <translation>
            <numerusform>%1: %Ln område.</numerusform>
            <numerusform>%1: %Ln områden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a set of areas, which</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Within %1 m of %2.</source>
        <comment>metres, what is near</comment>
        <translation>Högst %1 m från %2.</translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors</source>
        <translation>© OpenStreetMaps bidragsgivare</translation>
    </message>
    <message>
        <source>24:00</source>
        <comment>end of a day; Swedish: 24.00</comment>
        <translation>24.00</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <comment>date of a whole day</comment>
        <translation>%1, hela dagen</translation>
    </message>
    <message>
        <source>%1 – %2, all days</source>
        <comment>first and last date</comment>
        <translation>%1 – %2, hela dagar</translation>
    </message>
    <message>
        <source>The text holds the number of a bank card: %1. Take it away; incidents hold no personal data.</source>
        <translation>Texten innehåller ett kortnummer: %1. Ta bort det; händelser ska inte innehålla personuppgifter.</translation>
    </message>
    <message>
        <source>Is %1 a person&apos;s name? Write a role instead, such as “a man” or “the shopkeeper”.</source>
        <translation>Är %1 namnet på en person? Skriv i så fall en roll i stället, till exempel ”en man” eller ”butiksägaren”.</translation>
    </message>
    <message>
        <source>Handover of incidents</source>
        <translation>Överlämning av händelser</translation>
    </message>
    <message>
        <source>From</source>
        <comment>sender</comment>
        <translation>Från</translation>
    </message>
    <message>
        <source>To</source>
        <comment>recipient</comment>
        <translation>Till</translation>
    </message>
    <message>
        <source>The own organisation</source>
        <translation>Den egna organisationen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Urval</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Number of the package</source>
        <translation>Paketets nummer</translation>
    </message>
    <message>
        <source>Take it in with Händelsekartan: File, Receive package. The incidents lie in incidents.geojson, which other programs can read too. The manifest has the checksums (SHA-256) of all files.</source>
        <translation>Ta emot det med Händelsekartan: Arkiv, Ta emot paket. Händelserna ligger i incidents.geojson, som även andra program kan läsa. Manifestet har kontrollsummor (SHA-256) för alla filer.</translation>
    </message>
    <message>
        <source>The incidents concern real places and events. Give the package to nobody else, and delete it when it has been taken in.</source>
        <translation>Händelserna gäller verkliga platser och skeenden. Ge inte paketet till någon annan, och radera det när det har tagits emot.</translation>
    </message>
    <message>
        <source>The file %1 is damaged or has been altered since it was made, so nothing was taken from it. Fetch it again from where it came.</source>
        <translation>Filen %1 är skadad eller har ändrats sedan den gjordes, så ingenting har hämtats ur den. Hämta den på nytt där den kom ifrån.</translation>
    </message>
    <message>
        <source>The passphrase is too short to protect anything. Take at least %1 characters, such as four words.</source>
        <translation>Lösenfrasen är för kort för att skydda något. Ta minst %1 tecken, till exempel fyra ord.</translation>
    </message>
    <message>
        <source>A passphrase is needed. Give the one that was agreed on.</source>
        <translation>En lösenfras behövs. Ange den som ni har kommit överens om.</translation>
    </message>
    <message>
        <source>There is no valid agreement with “%1”. Write down what it may be given, or choose another partner.</source>
        <translation>Det finns inget gällande avtal med ”%1”. Skriv in vad som får lämnas, eller välj en annan partner.</translation>
    </message>
    <message>
        <source>That is not the passphrase of the file. Write it once more; capital letters count.</source>
        <translation>Det är inte filens lösenfras. Skriv den en gång till; stora och små bokstäver skiljs åt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) marked internal are left out.</source>
        <translation>
            <numerusform>%Ln händelse märkt intern är utelämnad.</numerusform>
            <numerusform>%Ln händelser märkta interna är utelämnade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are of categories that the agreement does not name.</source>
        <translation>
            <numerusform>%Ln händelse är av en kategori som avtalet inte nämner.</numerusform>
            <numerusform>%Ln händelser är av kategorier som avtalet inte nämner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) marked for partners lie at the midpoint of a cell; their radius says how exact that is.</source>
        <translation>
            <numerusform>%Ln händelse märkt för partner ligger i mitten av en ruta; radien anger hur noga det är.</numerusform>
            <numerusform>%Ln händelser märkta för partner ligger i mitten av en ruta; radien anger hur noga det är.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The free text of %Ln incident(s) is left out: only what is marked public is given.</source>
        <translation>
            <numerusform>Fritexten i %Ln händelse är utelämnad: bara det som är märkt publikt lämnas.</numerusform>
            <numerusform>Fritexten i %Ln händelser är utelämnad: bara det som är märkt publikt lämnas.</numerusform>
        </translation>
    </message>
    <message>
        <source>No count is below %1, so all are shown.</source>
        <translation>Inget antal är under %1, så alla visas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) below %1 are not shown.</source>
        <translation>
            <numerusform>%Ln antal under %1 visas inte.</numerusform>
            <numerusform>%Ln antal under %1 visas inte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other count(s) are not shown either, because the small ones could be worked out from them and the totals.</source>
        <translation>
            <numerusform>%Ln annat antal visas inte heller, eftersom de små annars kunde räknas ut ur summorna.</numerusform>
            <numerusform>%Ln andra antal visas inte heller, eftersom de små annars kunde räknas ut ur summorna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) outside, or whose place is not known exactly enough, stand in a row of their own.</source>
        <translation>
            <numerusform>%Ln händelse utanför, eller vars plats inte är tillräckligt känd, står på en egen rad.</numerusform>
            <numerusform>%Ln händelser utanför, eller vars plats inte är tillräckligt känd, står på en egen rad.</numerusform>
        </translation>
    </message>
    <message>
        <source>Public</source>
        <comment>to whom an export goes</comment>
        <translation>Offentlig</translation>
    </message>
    <message>
        <source>Partner</source>
        <comment>to whom an export goes</comment>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>to whom an export goes</comment>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Counts by area and category for everybody. Small counts are left out, and so is what would give them away.</source>
        <translation>Antal per område och kategori, för alla. Små antal utelämnas, och det som skulle röja dem.</translation>
    </message>
    <message>
        <source>Incidents for one partner: the fields and categories that the agreement names, no free text that is not marked public, places no more exact than agreed.</source>
        <translation>Händelser för en partner: de fält och kategorier som avtalet nämner, ingen fritext som inte är märkt publik, platser inte noggrannare än avtalat.</translation>
    </message>
    <message>
        <source>Everything that is known, for the own organisation only.</source>
        <translation>Allt som är känt, bara för den egna organisationen.</translation>
    </message>
    <message>
        <source>Grid</source>
        <comment>what incidents are counted by</comment>
        <translation>Rutnät</translation>
    </message>
    <message>
        <source>Areas of a file</source>
        <comment>what incidents are counted by</comment>
        <translation>Områden i en fil</translation>
    </message>
    <message>
        <source>Streets</source>
        <comment>what incidents are counted by</comment>
        <translation>Gator</translation>
    </message>
    <message>
        <source>Elsewhere, or without an exact place</source>
        <comment>a row of counts</comment>
        <translation>På annat håll, eller utan exakt plats</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the row of totals</comment>
        <translation>Alla</translation>
    </message>
    <message>
        <source>E %1, N %2</source>
        <comment>easting and northing</comment>
        <translation>E %1, N %2</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <comment>street, which piece of how many</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 counted in %Ln row(s).</source>
        <comment>how many incidents, in how many areas</comment>
        <translation>
            <numerusform>%1 räknade på %Ln rad.</numerusform>
            <numerusform>%1 räknade på %Ln rader.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with all fields of the profile.</source>
        <comment>how many incidents</comment>
        <translation>%1 med profilens alla fält.</translation>
    </message>
    <message>
        <source>%1 of %2 selected.</source>
        <comment>how many incidents are given, of how many</comment>
        <translation>%1 av %2 i urvalet.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>Kategorins namn</translation>
    </message>
    <message>
        <source>Ambiguous time</source>
        <translation>Tvetydig tid</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Insats</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Skapad av</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Ändrad av</translation>
    </message>
    <message>
        <source>Shape of the area</source>
        <translation>Områdets form</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsändare</translation>
    </message>
    <message>
        <source>Lowest count shown</source>
        <translation>Minsta antal som visas</translation>
    </message>
    <message>
        <source>Size of a cell</source>
        <translation>Rutans sida</translation>
    </message>
    <message>
        <source>“%1” is not on the map. Write the place as the map names it, or give coordinates.</source>
        <translation>”%1” finns inte på kartan. Skriv platsen som den heter på kartan, eller ange koordinater.</translation>
    </message>
    <message>
        <source>It is likely to be here already: the same category within 100 m at the same time. Import it with duplicates if it is another one.</source>
        <translation>Den finns troligen redan: samma kategori inom 100 m vid samma tid. Importera den med dubbletter om det är en annan.</translation>
    </message>
    <message>
        <source>The file %1 has been moved away, or another was put in its place, so nothing is written. Put it back, or open it where it is now.</source>
        <translation>Filen %1 har flyttats, eller en annan har lagts på dess plats, så inget skrivs i den. Lägg tillbaka den, eller öppna den där den är nu.</translation>
    </message>
    <message>
        <source>Basemap:</source>
        <translation>Underlag:</translation>
    </message>
    <message>
        <source>OpenStreetMap contributors</source>
        <translation>OpenStreetMaps bidragsgivare</translation>
    </message>
    <message>
        <source>Another program has kept the file %1 to itself for so long that the change was not saved. What you have typed is still here; try again in a moment.</source>
        <translation>Ett annat program har hållit filen %1 för sig själv så länge att ändringen inte har sparats. Det du har skrivit står kvar; försök igen om en stund.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>one of several names</comment>
        <translation>”%1”</translation>
    </message>
    <message>
        <source>“%1” is not on the map, which has %2. Write the place as the map names it, or give coordinates.</source>
        <translation>”%1” finns inte på kartan, men %2 finns. Skriv platsen som den heter på kartan, eller ange koordinater.</translation>
    </message>
</context>
<context>
    <name>hk::ui::AccuracyForm</name>
    <message>
        <source>The map is made of</source>
        <translation>Kartan görs av</translation>
    </message>
    <message>
        <source>Tested on</source>
        <translation>Prövas på</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>Incidents per cell</source>
        <translation>Händelser per ruta</translation>
    </message>
    <message>
        <source>Hot and cold areas</source>
        <translation>Heta och kalla områden</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markerar</translation>
    </message>
    <message>
        <source>%1 of the area</source>
        <translation>%1 av ytan</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Utjämning</translation>
    </message>
    <message>
        <source>Draw the study area on the map</source>
        <translation>Rita undersökningsområdet på kartan</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation>Bandbredd i kärndensiteten</translation>
    </message>
    <message>
        <source>Without an area the cells around all incidents are judged</source>
        <translation>Utan område bedöms rutorna runt alla händelser</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>Undersökningsområde</translation>
    </message>
</context>
<context>
    <name>hk::ui::AgreementDialog</name>
    <message>
        <source>Agreements with partners</source>
        <translation>Avtal med partner</translation>
    </message>
    <message>
        <source>&amp;New partner</source>
        <translation>&amp;Ny partner</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres, after a number</comment>
        <translation> m</translation>
    </message>
    <message>
        <source>where they are</source>
        <translation>där de är</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Upphör</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Categories that may be given</source>
        <translation>Kategorier som får lämnas</translation>
    </message>
    <message>
        <source>Fields beside category, time and place</source>
        <translation>Fält utöver kategori, tid och plats</translation>
    </message>
    <message>
        <source>Description and place name are given of what is marked public only.</source>
        <translation>Beskrivning och platsnamn lämnas bara för det som är märkt publikt.</translation>
    </message>
    <message>
        <source>Places of what is marked for partners</source>
        <translation>Platser för det som är märkt partner</translation>
    </message>
    <message>
        <source>At the midpoint of a cell of this size.</source>
        <translation>I mitten av en ruta av den här storleken.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>hk::ui::AreaBox</name>
    <message>
        <source>From the area of the selection</source>
        <translation>Från urvalets område</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Från en fil&#xa0;…</translation>
    </message>
    <message>
        <source>Take the area away</source>
        <translation>Ta bort området</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <comment>size of an area</comment>
        <translation>%1 ha</translation>
    </message>
    <message>
        <source>Area from a file</source>
        <translation>Område från en fil</translation>
    </message>
    <message>
        <source>Areas (*.gpkg *.geojson *.json *.shp);;All files (*)</source>
        <translation>Områden (*.gpkg *.geojson *.json *.shp);;Alla filer (*)</translation>
    </message>
</context>
<context>
    <name>hk::ui::AreaCountForm</name>
    <message>
        <source>The map shows</source>
        <translation>Kartan visar</translation>
    </message>
    <message>
        <source>the rate, or per km²</source>
        <translation>per 1 000, eller per km²</translation>
    </message>
    <message>
        <source>incidents per km²</source>
        <translation>händelser per km²</translation>
    </message>
    <message>
        <source>the count, as circles</source>
        <translation>antalet, som cirklar</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klasser</translation>
    </message>
    <message>
        <source>as many areas in each</source>
        <translation>lika många områden i varje</translation>
    </message>
    <message>
        <source>of equal width</source>
        <translation>lika breda</translation>
    </message>
    <message>
        <source>natural breaks</source>
        <translation>naturliga brytpunkter</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hur många</translation>
    </message>
    <message>
        <source>Hide counts of 1 to 4</source>
        <translation>Dölj antal 1–4</translation>
    </message>
    <message>
        <source>For what partners and the public get: a single incident may point out somebody</source>
        <translation>För det som partner och allmänhet får se: en ensam händelse kan peka ut någon</translation>
    </message>
    <message>
        <source>A click on a row goes to the area; a right click filters by it.</source>
        <translation>Klicka på en rad för att gå till området; högerklicka för att visa bara det.</translation>
    </message>
    <message>
        <source>Choose a file of areas with names, such as DeSO or the town&apos;s districts (GeoPackage, GeoJSON or Shapefile).</source>
        <translation>Välj en fil med namngivna områden, som DeSO eller stadsdelar (GeoPackage, GeoJSON eller Shapefile).</translation>
    </message>
</context>
<context>
    <name>hk::ui::AreaFileBox</name>
    <message>
        <source>Choose a file of areas…</source>
        <translation>Välj en fil med områden&#xa0;…</translation>
    </message>
    <message>
        <source>Areas from a file</source>
        <translation>Områden ur en fil</translation>
    </message>
    <message>
        <source>Areas (*.gpkg *.geojson *.json *.shp *.kml);;All files (*)</source>
        <translation>Områden (*.gpkg *.geojson *.json *.shp *.kml);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Inhabitants, homes, jobs: what the counts of the areas are compared by</source>
        <translation>Boende, bostäder, arbetsplatser: det som antalen ska ses i förhållande till</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>Namn ur</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>Delat med</translation>
    </message>
    <message>
        <source>A table of names and numbers</source>
        <translation>En tabell med namn och tal</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabeller (*.csv *.tsv *.txt);;Alla filer (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln area(s)</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%1, %Ln område</numerusform>
            <numerusform>%1, %Ln områden</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>inget</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a column, a file</comment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>a table (CSV)…</source>
        <translation>en tabell (CSV)&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::AreaMapDialog</name>
    <message>
        <source>map</source>
        <comment>name of a file</comment>
        <translation>karta</translation>
    </message>
    <message>
        <source>Fetch a map for this area</source>
        <translation>Hämta karta för detta område</translation>
    </message>
    <message>
        <source>What the map shows now is %1 km². Its streets, buildings, names and addresses are fetched from OpenStreetMap once, and the map then works without network. Only the corners of the area and this program&apos;s name and contact address are sent, nothing of your incidents. The map is © OpenStreetMap contributors, licence ODbL 1.0.</source>
        <translation>Det kartan visar nu är %1 km². Gator, byggnader, namn och adresser hämtas en gång från OpenStreetMap, och sedan fungerar kartan utan nätverk. Bara områdets hörn och programmets namn och kontaktadress skickas, inget om era händelser. Kartan är © OpenStreetMaps bidragsgivare, licens ODbL 1.0.</translation>
    </message>
    <message>
        <source>Server (Overpass)</source>
        <translation>Server (Overpass)</translation>
    </message>
    <message>
        <source>The map is saved as</source>
        <translation>Kartan sparas som</translation>
    </message>
    <message>
        <source>This is no address of a server. It begins with https://.</source>
        <translation>Det är inte adressen till en server. Den börjar med https://.</translation>
    </message>
    <message>
        <source>There are about %1 points and %2 lines and areas, roughly %3 to fetch from %4.</source>
        <translation>Där finns omkring %1 punkter och %2 linjer och ytor, ungefär %3 att hämta från %4.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>&amp;Use as background</source>
        <translation>&amp;Använd som bakgrund</translation>
    </message>
    <message>
        <source>&amp;Fetch and build</source>
        <translation>&amp;Hämta och bygg</translation>
    </message>
    <message>
        <source>&amp;Ask how much there is</source>
        <translation>&amp;Fråga hur mycket det är</translation>
    </message>
</context>
<context>
    <name>hk::ui::AttachmentBox</name>
    <message>
        <source>Add photos and documents</source>
        <translation>Lägg till bilder och handlingar</translation>
    </message>
    <message>
        <source>Export to folder</source>
        <translation>Exportera till mapp</translation>
    </message>
    <message>
        <source>Photos and documents</source>
        <translation>Bilder och handlingar</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Lägg till&#xa0;…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>At most %1 each. Place, camera and owner are taken out of pictures.</source>
        <translation>Högst %1 per fil. Plats, kamera och ägare tas bort ur bilder.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n attachment(s)</source>
        <translation>
            <numerusform>Lägg till %n bilaga</numerusform>
            <numerusform>Lägg till %n bilagor</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Sparad som %1.</translation>
    </message>
    <message>
        <source>Remove attachment</source>
        <translation>Ta bort bilaga</translation>
    </message>
    <message>
        <source>Attachment removed.</source>
        <translation>Bilagan är borttagen.</translation>
    </message>
</context>
<context>
    <name>hk::ui::BackgroundConsent</name>
    <message>
        <source>Fetch the map from the network?</source>
        <translation>Hämta kartan från nätet?</translation>
    </message>
    <message>
        <source>The map is fetched from %1. The server sees which area you look at. Fetch?</source>
        <translation>Kartan hämtas från %1. Servern ser vilket område du tittar på. Hämta?</translation>
    </message>
    <message>
        <source>Your e-mail address (may be left out)</source>
        <translation>Din e-postadress (kan lämnas tom)</translation>
    </message>
    <message>
        <source>Sent along, so that those who run the server can reach you if something goes wrong.</source>
        <translation>Skickas med, så att de som sköter servern kan nå dig om något går fel.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Hämta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Fetch from the network?</source>
        <translation>Hämta från nätet?</translation>
    </message>
</context>
<context>
    <name>hk::ui::BackgroundDialog</name>
    <message>
        <source>Add background</source>
        <translation>Lägg till bakgrund</translation>
    </message>
    <message>
        <source>Address or file</source>
        <translation>Adress eller fil</translation>
    </message>
    <message>
        <source>Tiles: https://…/{z}/{x}/{y}.png. WMS and WMTS: the service&apos;s address. Or a file: MBTiles, GeoPackage, GeoTIFF.</source>
        <translation>Kartrutor: https://…/{z}/{x}/{y}.png. WMS och WMTS: tjänstens adress. Eller en fil: MBTiles, GeoPackage, GeoTIFF.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Name in the menu</source>
        <translation>Namn i menyn</translation>
    </message>
    <message>
        <source>Source, shown on map and paper</source>
        <translation>Källa, visas på karta och papper</translation>
    </message>
    <message>
        <source>User (if the server asks)</source>
        <translation>Användare (om servern frågar)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Lösenord</translation>
    </message>
    <message>
        <source>Kept in the computer&apos;s keyring.</source>
        <translation>Sparas i datorns nyckelring.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Välj fil&#xa0;…</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>A picture is shown here when it has been tried.</source>
        <translation>Här visas en bild när du har provat.</translation>
    </message>
    <message>
        <source>Choose a map</source>
        <translation>Välj en karta</translation>
    </message>
    <message>
        <source>Maps (*.mbtiles *.gpkg *.tif *.tiff *.vrt *.jp2 *.png *.jpg);;All files (*)</source>
        <translation>Kartor (*.mbtiles *.gpkg *.tif *.tiff *.vrt *.jp2 *.png *.jpg);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Provar&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing to see at Mölndals bro.</source>
        <translation>Inget att se vid Mölndals bro.</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Det fungerar.</translation>
    </message>
    <message>
        <source>Added. No keyring runs on this computer, so the password is kept until the program is closed.</source>
        <translation>Tillagd. Ingen nyckelring är igång på datorn, så lösenordet gäller tills programmet stängs.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Nothing to see in the middle of what it covers.</source>
        <translation>Inget att se mitt i det som kartan täcker.</translation>
    </message>
</context>
<context>
    <name>hk::ui::BackgroundMenu</name>
    <message>
        <source>&amp;Background</source>
        <translation>&amp;Bakgrund</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>&amp;Tone</source>
        <translation>T&amp;on</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>Tä&amp;ckning</translation>
    </message>
    <message>
        <source>&amp;Add background…</source>
        <translation>&amp;Lägg till bakgrund&#xa0;…</translation>
    </message>
    <message>
        <source>WMS WMTS Tiles Orthophoto</source>
        <comment>more words to find the command Add background by</comment>
        <translation>WMS WMTS Kartrutor Ortofoto Flygbild</translation>
    </message>
    <message>
        <source>&amp;Names over the picture</source>
        <translation>&amp;Namn ovanpå bilden</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Färg</translation>
    </message>
    <message>
        <source>&amp;Grey</source>
        <translation>&amp;Grå</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörk</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>menu, its menu, choice</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu, choice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Built-in map</source>
        <translation>Inbyggd karta</translation>
    </message>
    <message>
        <source>OpenStreetMap (fetched from the network)</source>
        <translation>OpenStreetMap (hämtas från nätet)</translation>
    </message>
    <message>
        <source>The background is not shown. %1</source>
        <translation>Bakgrunden visas inte. %1</translation>
    </message>
    <message>
        <source>Parts of the background are missing. %1</source>
        <translation>Delar av bakgrunden saknas. %1</translation>
    </message>
    <message>
        <source>&amp;Servers and contact address…</source>
        <translation>&amp;Servrar och kontaktadress&#xa0;…</translation>
    </message>
    <message>
        <source>Network Consent E-mail</source>
        <comment>more words to find the command Servers and contact address by</comment>
        <translation>Nätverk Samtycke E-post</translation>
    </message>
</context>
<context>
    <name>hk::ui::BackupDialog</name>
    <message>
        <source>when the file was opened</source>
        <translation>när filen öppnades</translation>
    </message>
    <message>
        <source>during work</source>
        <translation>under arbetet</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>före en import</translation>
    </message>
    <message>
        <source>before the file was raised to a newer version</source>
        <translation>innan filen lyftes till en nyare version</translation>
    </message>
    <message>
        <source>before a copy was brought back</source>
        <translation>innan en kopia togs tillbaka</translation>
    </message>
    <message>
        <source>after a disposal</source>
        <translation>efter en gallring</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>på begäran</translation>
    </message>
    <message>
        <source>Bring this copy back…</source>
        <translation>Ta tillbaka kopian&#xa0;…</translation>
    </message>
    <message>
        <source>Backup copies</source>
        <translation>Säkerhetskopior</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gjord</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Vad som skulle ändras</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>Inträffade</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>Gör en kopia nu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Making a copy…</source>
        <translation>Gör en kopia&#xa0;…</translation>
    </message>
    <message>
        <source>There is no copy yet. One is made when the file is opened, every two hours of work, and before imports.</source>
        <translation>Det finns ingen kopia än. En görs när filen öppnas, varannan timme under arbetet och före importer.</translation>
    </message>
    <message>
        <source>Choose a copy to see what bringing it back would change.</source>
        <translation>Välj en kopia för att se vad som skulle ändras om den togs tillbaka.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Jämför&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new since then: would be deleted, and can be taken back</source>
        <translation>
            <numerusform>%Ln ny sedan dess: skulle tas bort, och kan tas tillbaka</numerusform>
            <numerusform>%Ln nya sedan dess: skulle tas bort, och kan tas tillbaka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed since then: would be as they were</source>
        <translation>
            <numerusform>%Ln ändrad sedan dess: skulle bli som den var</numerusform>
            <numerusform>%Ln ändrade sedan dess: skulle bli som de var</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted since then: would be there again</source>
        <translation>
            <numerusform>%Ln borttagen sedan dess: skulle komma tillbaka</numerusform>
            <numerusform>%Ln borttagna sedan dess: skulle komma tillbaka</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy holds the same incidents as the file.</source>
        <translation>Kopian har samma händelser som filen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are the same.</source>
        <translation>
            <numerusform>%Ln händelse är lika.</numerusform>
            <numerusform>%Ln händelser är lika.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have been disposed of since and stay away.</source>
        <translation>
            <numerusform>%Ln har gallrats sedan dess och stannar borta.</numerusform>
            <numerusform>%Ln har gallrats sedan dess och stannar borta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back a copy</source>
        <translation>Ta tillbaka en kopia</translation>
    </message>
    <message>
        <source>Bring the file back to %1?</source>
        <translation>Ta tillbaka filen till %1?</translation>
    </message>
    <message>
        <source>%1 incidents are deleted, %2 are changed back, %3 are taken back. The file as it is now is copied first, and the log tells of all of it.</source>
        <translation>%1 händelser tas bort, %2 ändras tillbaka och %3 kommer tillbaka. Filen som den är nu kopieras först, och allt står i loggen.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Bringing the copy back…</source>
        <translation>Tar tillbaka kopian&#xa0;…</translation>
    </message>
    <message>
        <source>The copy has been brought back. The file as it was is the newest copy.</source>
        <translation>Kopian har tagits tillbaka. Filen som den var är den nyaste kopian.</translation>
    </message>
    <message>
        <source>There is no copy yet. Of invented incidents one is made only when asked for.</source>
        <translation>Det finns ingen kopia än. Av påhittade händelser görs en bara när man ber om det.</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>in a field</comment>
        <translation>inget</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, now, then</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Fields that change</source>
        <translation>Fält som ändras</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further source(s) and attachment(s) taken away or moved since then: would be there again</source>
        <translation>
            <numerusform>%Ln källa eller bilaga har tagits bort eller flyttats sedan dess: kommer tillbaka</numerusform>
            <numerusform>%Ln källor och bilagor har tagits bort eller flyttats sedan dess: kommer tillbaka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further source(s) and attachment(s) added since then: would be taken away</source>
        <translation>
            <numerusform>%Ln källa eller bilaga har kommit till sedan dess: tas bort</numerusform>
            <numerusform>%Ln källor och bilagor har kommit till sedan dess: tas bort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::BasemapDialog</name>
    <message>
        <source>Build a map from OpenStreetMap</source>
        <translation>Bygg en karta från OpenStreetMap</translation>
    </message>
    <message>
        <source>The whole extract</source>
        <translation>Hela utdraget</translation>
    </message>
    <message>
        <source>What the map shows now</source>
        <translation>Det kartan visar nu</translation>
    </message>
    <message>
        <source>An extract holds the streets, buildings, names and addresses of a region. Nothing is fetched: choose a file that you have, such as molndal.osm.pbf. The map is © OpenStreetMap contributors.</source>
        <translation>Ett utdrag innehåller gator, byggnader, namn och adresser i ett område. Inget hämtas: välj en fil som du har, till exempel molndal.osm.pbf. Kartan är © OpenStreetMaps bidragsgivare.</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Välj&#xa0;…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Ä&amp;ndra&#xa0;…</translation>
    </message>
    <message>
        <source>Extract (.osm.pbf or .osm)</source>
        <translation>Utdrag (.osm.pbf eller .osm)</translation>
    </message>
    <message>
        <source>The map is saved as</source>
        <translation>Kartan sparas som</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>map</source>
        <comment>name of a file</comment>
        <translation>karta</translation>
    </message>
    <message>
        <source>Choose an extract of OpenStreetMap</source>
        <translation>Välj ett utdrag ur OpenStreetMap</translation>
    </message>
    <message>
        <source>Extracts of OpenStreetMap (*.osm.pbf *.pbf *.osm)</source>
        <translation>Utdrag ur OpenStreetMap (*.osm.pbf *.pbf *.osm)</translation>
    </message>
    <message>
        <source>Save the map as</source>
        <translation>Spara kartan som</translation>
    </message>
    <message>
        <source>Map (*.gpkg)</source>
        <translation>Karta (*.gpkg)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>&amp;Use as background</source>
        <translation>&amp;Använd som bakgrund</translation>
    </message>
    <message>
        <source>&amp;Build the map</source>
        <translation>&amp;Bygg kartan</translation>
    </message>
</context>
<context>
    <name>hk::ui::BulkChangeDialog</name>
    <message numerus="yes">
        <source>Change %Ln incident(s)</source>
        <translation>
            <numerusform>Ändra %Ln händelse</numerusform>
            <numerusform>Ändra %Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is in each</source>
        <translation>Som det är i var och en</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Sekretess</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <source>Reported to police</source>
        <translation>Polisanmäld</translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation>Inne eller ute</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>hk::ui::ChartView</name>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>Kopiera som &amp;bild</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>Kopiera &amp;talen</translation>
    </message>
</context>
<context>
    <name>hk::ui::ComparisonForm</name>
    <message>
        <source>Earlier period</source>
        <translation>Tidigare period</translation>
    </message>
    <message>
        <source>Later period</source>
        <translation>Senare period</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Utjämning</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Visas som</translation>
    </message>
    <message>
        <source>As many days as the later period</source>
        <translation>Lika många dagar som den senare perioden</translation>
    </message>
    <message>
        <source>Per 30 days</source>
        <translation>Per 30 dagar</translation>
    </message>
    <message>
        <source>Per year</source>
        <translation>Per år</translation>
    </message>
    <message>
        <source>As counted</source>
        <translation>Som räknat</translation>
    </message>
    <message>
        <source>Hotspots within</source>
        <translation>Hotspots inom</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation>Bandbredd i kärndensiteten</translation>
    </message>
    <message>
        <source>Periods of unequal length are turned to the same length before they are compared</source>
        <translation>Olika långa perioder räknas om till samma längd innan de jämförs</translation>
    </message>
</context>
<context>
    <name>hk::ui::ConflictDialog</name>
    <message>
        <source>Changed by somebody else</source>
        <translation>Ändrad av någon annan</translation>
    </message>
    <message>
        <source>Another program has changed this incident since you opened it. Nothing of yours is lost.</source>
        <translation>Ett annat program har ändrat händelsen sedan du öppnade den. Inget av ditt har gått förlorat.</translation>
    </message>
    <message>
        <source>%1 has changed this incident since you opened it. Nothing of yours is lost.</source>
        <translation>%1 har ändrat händelsen sedan du öppnade den. Inget av ditt har gått förlorat.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Det som skiljer</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Den andras</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Din</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Spara min</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ta den andras</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Tillbaka till formuläret</translation>
    </message>
</context>
<context>
    <name>hk::ui::DisposalDialog</name>
    <message>
        <source>Dispose…</source>
        <translation>Gallra&#xa0;…</translation>
    </message>
    <message>
        <source>Save protocol…</source>
        <translation>Spara protokoll&#xa0;…</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>Gallring</translation>
    </message>
    <message>
        <source>Rules of disposal</source>
        <translation>Gallringsregler</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Sekretess</translation>
    </message>
    <message>
        <source>Months after the end</source>
        <translation>Månader efter slutet</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Det som är moget att gallras</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Ny regel</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Ta bort regeln</translation>
    </message>
    <message>
        <source>The rule that names most counts. An incident with a date of disposal of its own goes by that date. Nothing is disposed of by itself.</source>
        <translation>Den regel som säger mest gäller. En händelse med eget gallringsdatum går efter det. Inget gallras av sig självt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Moget att gallras i dag</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alla kategorier</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Two rules are for the same incidents. Change or remove one of them.</source>
        <translation>Två regler gäller samma händelser. Ändra eller ta bort en av dem.</translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %Ln incident(s)…</source>
        <translation>
            <numerusform>Gallra %Ln händelse&#xa0;…</numerusform>
            <numerusform>Gallra %Ln händelser&#xa0;…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Inget är moget att gallras.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are due.</source>
        <translation>
            <numerusform>%Ln händelse är mogen att gallras.</numerusform>
            <numerusform>%Ln händelser är mogna att gallras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %Ln incident(s) for good?</source>
        <translation>
            <numerusform>Gallra %Ln händelse för gott?</numerusform>
            <numerusform>Gallra %Ln händelser för gott?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They go from the file, from the deleted ones and from the log, and within %Ln days from the backup copies. It cannot be undone.</source>
        <translation>
            <numerusform>De försvinner ur filen, ur de borttagna och ur loggen, och inom %Ln dag ur säkerhetskopiorna. Det går inte att ångra.</numerusform>
            <numerusform>De försvinner ur filen, ur de borttagna och ur loggen, och inom %Ln dagar ur säkerhetskopiorna. Det går inte att ångra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %Ln</source>
        <translation>
            <numerusform>Gallra %Ln</numerusform>
            <numerusform>Gallra %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Disposing…</source>
        <translation>Gallrar&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) disposed of. Backup copies that hold them are gone by %1.</source>
        <translation>
            <numerusform>%Ln händelse gallrad. Säkerhetskopior som har den är borta senast %1.</numerusform>
            <numerusform>%Ln händelser gallrade. Säkerhetskopior som har dem är borta senast %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Protocol of disposal %1.pdf</source>
        <comment>file name</comment>
        <translation>Gallringsprotokoll %1.pdf</translation>
    </message>
    <message>
        <source>Save the protocol</source>
        <translation>Spara protokollet</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>The protocol has been saved.</source>
        <translation>Protokollet är sparat.</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>Att gallra från</translation>
    </message>
    <message>
        <source>%1 (deleted)</source>
        <comment>time of an incident</comment>
        <translation>%1 (borttagen)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time and place of an incident</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… och %1 till</translation>
    </message>
    <message>
        <source>%1, its own date</source>
        <translation>%1, eget datum</translation>
    </message>
</context>
<context>
    <name>hk::ui::DraftOffer</name>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsätt</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;Släng</translation>
    </message>
    <message>
        <source>You have a form begun %1.</source>
        <comment>a time of day, or a date with its time</comment>
        <translation>Du har ett påbörjat formulär från %1.</translation>
    </message>
</context>
<context>
    <name>hk::ui::DropCard</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>hk::ui::DuplicateCard</name>
    <message>
        <source>same place</source>
        <translation>samma plats</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>%1 bort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln källa</numerusform>
            <numerusform>%Ln källor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more like it</source>
        <translation>
            <numerusform>och %Ln liknande till</numerusform>
            <numerusform>och %Ln liknande till</numerusform>
        </translation>
    </message>
    <message>
        <source>Logged already?</source>
        <translation>Redan registrerad?</translation>
    </message>
    <message>
        <source>Add as a source of it (Ctrl+M)</source>
        <translation>Lägg till som källa (Ctrl+M)</translation>
    </message>
</context>
<context>
    <name>hk::ui::EditController</name>
    <message>
        <source>Incident saved.</source>
        <translation>Händelsen är sparad.</translation>
    </message>
    <message>
        <source>Changes saved.</source>
        <translation>Ändringarna är sparade.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) deleted.</source>
        <translation>
            <numerusform>%Ln händelse borttagen.</numerusform>
            <numerusform>%Ln händelser borttagna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added as a source: %Ln source(s) of that incident.</source>
        <translation>
            <numerusform>Tillagd som källa: händelsen har %Ln källa.</numerusform>
            <numerusform>Tillagd som källa: händelsen har %Ln källor.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them were so already.</source>
        <translation>Alla var redan så.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n incident(s)</source>
        <translation>
            <numerusform>Ändra %n händelse</numerusform>
            <numerusform>Ändra %n händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) changed.</source>
        <translation>
            <numerusform>%Ln händelse ändrad.</numerusform>
            <numerusform>%Ln händelser ändrade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n incident(s)</source>
        <translation>
            <numerusform>För samman %n händelse</numerusform>
            <numerusform>För samman %n händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are one now, with all their sources.</source>
        <translation>
            <numerusform>%Ln händelse är nu en enda, med alla sina källor.</numerusform>
            <numerusform>%Ln händelser är nu en enda, med alla sina källor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::EmptyCard</name>
    <message>
        <source>No category is ticked. Tick at least one, or clear all filters.</source>
        <translation>Ingen kategori är ikryssad. Kryssa i minst en, eller rensa alla filter.</translation>
    </message>
    <message>
        <source>Choose a longer period, or clear the filter.</source>
        <translation>Välj en längre period, eller rensa filtret.</translation>
    </message>
    <message>
        <source>Take away the drawn area, or clear all filters.</source>
        <translation>Ta bort det ritade området, eller rensa alla filter.</translation>
    </message>
    <message>
        <source>Take away the text “%1”, or clear all filters.</source>
        <translation>Ta bort texten ”%1”, eller rensa alla filter.</translation>
    </message>
    <message>
        <source>Choose a longer period or more categories, or clear all filters.</source>
        <translation>Välj en längre period eller fler kategorier, eller rensa alla filter.</translation>
    </message>
    <message>
        <source>Choose more categories, hours or organisations, or clear all filters.</source>
        <translation>Välj fler kategorier, timmar eller aktörer, eller rensa alla filter.</translation>
    </message>
    <message>
        <source>No incidents yet</source>
        <translation>Inga händelser än</translation>
    </message>
    <message>
        <source>No incidents in the selection</source>
        <translation>Inga händelser i urvalet</translation>
    </message>
    <message>
        <source>The file is empty and open for reading only.</source>
        <translation>Filen är tom och öppen bara för läsning.</translation>
    </message>
    <message>
        <source>Log the first one with Ctrl+N, or import a table.</source>
        <translation>Skriv in den första med Ctrl+N, eller importera en tabell.</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Ny händelse</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importera&#xa0;…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Rensa alla filter</translation>
    </message>
    <message>
        <source>Choose more areas or a longer distance, or clear all filters.</source>
        <translation>Välj fler områden eller ett längre avstånd, eller rensa alla filter.</translation>
    </message>
</context>
<context>
    <name>hk::ui::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Dölj detaljer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>hk::ui::Explanations</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>The heatmap shows how many incidents there are per square kilometre around each spot. Each incident is spread out over a circle of %1 m, most at its middle and nothing at its edge; where circles overlap, they add up.</source>
        <translation>Värmekartan visar hur många händelser det finns per kvadratkilometer kring varje punkt. Varje händelse sprids ut över en cirkel med radien %1&#xa0;m, mest i mitten och ingenting vid kanten. Där cirklar överlappar läggs de ihop.</translation>
    </message>
    <message>
        <source>A hotspot is what lies inside the contour around the densest %1 of the cells that have any density. Hotspots are ranked by the number of incidents inside.</source>
        <translation>En hotspot är det som ligger innanför gränslinjen kring de tätaste %1 av cellerna med någon täthet. Hotspots rangordnas efter antalet händelser innanför.</translation>
    </message>
    <message>
        <source>It shows where incidents were logged, not where the risk is high for one person. Many people or eager reporting give many incidents, too.</source>
        <translation>Kartan visar var händelser har skrivits in, inte var risken är hög för en enskild person. Många människor eller flitig rapportering ger också många händelser.</translation>
    </message>
    <message>
        <source>The exact term: quartic (biweight) kernel density, f(x) = Σ 3/(π h²) · (1 − d²/h²)² for d &amp;lt; h, bandwidth h = %1 m, cells of %2 m, in SWEREF 99 TM (Silverman 1986). Incidents whose place is less well known than h are left out and counted.</source>
        <translation>Den exakta termen: kvartisk (biweight) kärndensitet, f(x) = Σ 3/(π&#xa0;h²) · (1&#xa0;−&#xa0;d²/h²)² för d&#xa0;&amp;lt;&#xa0;h, bandbredd h&#xa0;=&#xa0;%1&#xa0;m, celler på %2&#xa0;m, i SWEREF 99 TM (Silverman 1986). Händelser vars plats är sämre känd än h utelämnas och räknas.</translation>
    </message>
    <message>
        <source>What does the heatmap mean?</source>
        <translation>Vad betyder värmekartan?</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Ny händelse</translation>
    </message>
    <message>
        <source>Save the incident</source>
        <translation>Spara händelsen</translation>
    </message>
    <message>
        <source>Put the form away; the draft is kept</source>
        <translation>Lägg undan formuläret; utkastet finns kvar</translation>
    </message>
    <message>
        <source>Search place, incident or command</source>
        <translation>Sök plats, händelse eller kommando</translation>
    </message>
    <message>
        <source>Find in texts</source>
        <translation>Hitta i texterna</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Change the marked incident</source>
        <translation>Ändra den markerade händelsen</translation>
    </message>
    <message>
        <source>Delete the marked incidents; can be undone</source>
        <translation>Ta bort de markerade händelserna; kan ångras</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Ångra, gör om</translation>
    </message>
    <message>
        <source>Heatmap, hotspots, incidents</source>
        <translation>Värmekarta, hotspots, händelser</translation>
    </message>
    <message>
        <source>To Mölndals bro</source>
        <translation>Till Mölndals bro</translation>
    </message>
    <message>
        <source>Zoom and move the map</source>
        <translation>Zooma och flytta kartan</translation>
    </message>
    <message>
        <source>Map alone</source>
        <translation>Bara kartan</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>An incident map for municipalities: log what happens, see where and when it gathers, and print the map.</source>
        <translation>En händelsekarta för kommuner: skriv in det som händer, se var och när det samlas och skriv ut kartan.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Fri programvara enligt GNU General Public License, version 3 eller senare.</translation>
    </message>
    <message>
        <source>Basemap: © OpenStreetMap contributors (ODbL), © Lantmäteriet, © SCB, Trafikverket.</source>
        <translation>Underlag: © OpenStreetMaps bidragsgivare (ODbL), © Lantmäteriet, © SCB, Trafikverket.</translation>
    </message>
    <message>
        <source>The heatmap shows how many incidents there are per square kilometre around each spot. Each incident is spread out as a bell as wide as a circle of %1 m, most at its middle; where bells overlap, they add up.</source>
        <translation>Värmekartan visar hur många händelser det är per kvadratkilometer runt varje punkt. Varje händelse sprids ut som en klocka lika bred som en cirkel på %1 m, mest i mitten; där klockor överlappar läggs de ihop.</translation>
    </message>
    <message>
        <source>The exact term: Gaussian kernel density, f(x) = Σ 1/(2π σ²) · exp(−d²/2σ²) for d up to 4σ, σ = h/√8, bandwidth h = %1 m, cells of %2 m, in SWEREF 99 TM (Silverman 1986). Incidents whose place is less well known than h are left out and counted.</source>
        <translation>Den exakta termen: gaussisk kärndensitet, f(x) = Σ 1/(2π σ²) · exp(−d²/2σ²) för d upp till 4σ, σ = h/√8, bandbredd h = %1 m, celler på %2 m, i SWEREF 99 TM (Silverman 1986). Händelser vars plats är sämre känd än h lämnas utanför och räknas.</translation>
    </message>
    <message>
        <source>Analyses, compare side by side</source>
        <translation>Analyser, jämför sida vid sida</translation>
    </message>
    <message>
        <source>One analysis, in the order of the menu</source>
        <translation>En analys, i menyns ordning</translation>
    </message>
    <message>
        <source>Save the incident and go on with a new one</source>
        <translation>Spara händelsen och fortsätt med en ny</translation>
    </message>
    <message>
        <source>Save it and go on with more of the same report</source>
        <translation>Spara och fortsätt med fler i samma rapport</translation>
    </message>
    <message>
        <source>Same place as last time, draw the area</source>
        <translation>Samma plats som sist, rita området</translation>
    </message>
    <message>
        <source>Add as a source of the incident that is shown</source>
        <translation>Lägg till som källa till den händelse som visas</translation>
    </message>
    <message>
        <source>New incident as the marked one</source>
        <translation>Ny händelse som den markerade</translation>
    </message>
    <message>
        <source>Change all marked incidents</source>
        <translation>Ändra alla markerade händelser</translation>
    </message>
    <message>
        <source>Make the marked incidents one</source>
        <translation>För samman de markerade händelserna</translation>
    </message>
</context>
<context>
    <name>hk::ui::ExportController</name>
    <message>
        <source>&amp;Export incidents…</source>
        <translation>&amp;Exportera händelser&#xa0;…</translation>
    </message>
    <message>
        <source>Hand over CSV Excel Open data Statistics Partner Package</source>
        <comment>more words to find the command Export incidents by</comment>
        <translation>Lämna ut CSV Excel Öppna data Statistik Partner Paket</translation>
    </message>
    <message>
        <source>Re&amp;ceive package…</source>
        <translation>Ta e&amp;mot paket&#xa0;…</translation>
    </message>
    <message>
        <source>Import package from partner</source>
        <comment>more words to find the command Receive package by</comment>
        <translation>Importera paket från partner</translation>
    </message>
    <message>
        <source>Receive package</source>
        <translation>Ta emot paket</translation>
    </message>
    <message>
        <source>Packages (%1)</source>
        <translation>Paket (%1)</translation>
    </message>
</context>
<context>
    <name>hk::ui::ExportDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportera&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Export incidents</source>
        <translation>Exportera händelser</translation>
    </message>
    <message>
        <source>What will be in the file</source>
        <translation>Detta kommer att stå i filen</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Räknar&#xa0;…</translation>
    </message>
    <message>
        <source>Not shown: too small, or needed to protect one that is</source>
        <translation>Visas inte: för litet, eller behövs för att skydda ett som är det</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>incidents</source>
        <comment>name of a file</comment>
        <translation>händelser</translation>
    </message>
    <message>
        <source>Exported as %1.</source>
        <translation>Exporterat som %1.</translation>
    </message>
</context>
<context>
    <name>hk::ui::ExportOptions</name>
    <message>
        <source>For whom</source>
        <translation>För vem</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Agreements…</source>
        <translation>Avtal&#xa0;…</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Räknat per</translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres, after a number</comment>
        <translation> m</translation>
    </message>
    <message>
        <source>Size of a cell</source>
        <translation>Rutans sida</translation>
    </message>
    <message>
        <source>Table as text (CSV)</source>
        <translation>Tabell som text (CSV)</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)</source>
        <translation>Kalkylblad (XLSX)</translation>
    </message>
    <message>
        <source>Handover package</source>
        <translation>Paket till mottagare</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsändare</translation>
    </message>
    <message>
        <source>The organisation that hands over. The receiver knows the incidents by it.</source>
        <translation>Organisationen som lämnar över. Mottagaren känner igen händelserna på den.</translation>
    </message>
    <message>
        <source>Encrypt with a passphrase</source>
        <translation>Kryptera med en lösenfras</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>At least %1 characters. Tell it to the receiver in another way than the package goes. It is kept nowhere: without it nobody can open the package.</source>
        <translation>Minst %1 tecken. Säg den till mottagaren på ett annat sätt än paketet skickas. Den sparas ingenstans: utan den kan ingen öppna paketet.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>En gång till</translation>
    </message>
    <message>
        <source>Say who hands over.</source>
        <translation>Skriv vem som lämnar över.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>Lösenfrasen är för kort.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>De två lösenfraserna är olika.</translation>
    </message>
    <message>
        <source>Areas to count by</source>
        <translation>Områden att räkna per</translation>
    </message>
    <message>
        <source>Areas (%1)</source>
        <translation>Områden (%1)</translation>
    </message>
    <message>
        <source>%1 – another file…</source>
        <comment>name of a file</comment>
        <translation>%1 – annan fil&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Välj fil&#xa0;…</translation>
    </message>
    <message>
        <source>There is no agreement yet. Write down under Agreements what a partner may be given.</source>
        <translation>Det finns inget avtal än. Skriv under Avtal vad en partner får ta del av.</translation>
    </message>
    <message>
        <source>The agreement with %1 is not valid today. Renew it under Agreements.</source>
        <translation>Avtalet med %1 gäller inte i dag. Förnya det under Avtal.</translation>
    </message>
    <message>
        <source>Choose the file with the areas to count by.</source>
        <translation>Välj filen med de områden som antalen ska gälla.</translation>
    </message>
</context>
<context>
    <name>hk::ui::FileController</name>
    <message>
        <source>New incident file</source>
        <translation>Ny händelsefil</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Incident files (*.gpkg)</source>
        <translation>Händelsefiler (*.gpkg)</translation>
    </message>
    <message>
        <source>Open incident file</source>
        <translation>Öppna händelsefil</translation>
    </message>
    <message>
        <source>%1, copy %2</source>
        <translation>%1, kopia %2</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Spara en kopia</translation>
    </message>
    <message>
        <source>Sample Mölndals bro</source>
        <comment>file name</comment>
        <translation>Exempel Mölndals bro</translation>
    </message>
</context>
<context>
    <name>hk::ui::FilterPanel</name>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorier</translation>
    </message>
    <message>
        <source>Time of the week</source>
        <translation>Tid på veckan</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>All</source>
        <comment>categories</comment>
        <translation>Alla</translation>
    </message>
    <message>
        <source>None</source>
        <comment>categories</comment>
        <translation>Inga</translation>
    </message>
    <message>
        <source>All hours</source>
        <translation>Alla timmar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Word in place, description or id</source>
        <translation>Ord i plats, beskrivning eller id</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Rensa alla filter</translation>
    </message>
    <message>
        <source>Double-click for one category alone</source>
        <translation>Dubbelklicka för bara en kategori</translation>
    </message>
    <message>
        <source>Click corners on the map…</source>
        <translation>Klicka ut hörn på kartan&#xa0;…</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>Rita på kartan</translation>
    </message>
    <message>
        <source>Draw another area</source>
        <translation>Rita ett annat område</translation>
    </message>
    <message>
        <source>Click each corner on the map and end with a double click</source>
        <translation>Klicka ut varje hörn på kartan och avsluta med ett dubbelklick</translation>
    </message>
</context>
<context>
    <name>hk::ui::FormDrafts</name>
    <message>
        <source>The file is read only: a half-filled form is not kept in it.</source>
        <translation>Filen är skrivskyddad: ett halvfyllt formulär sparas inte i den.</translation>
    </message>
</context>
<context>
    <name>hk::ui::GiStarForm</name>
    <message>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Grannar</translation>
    </message>
    <message>
        <source>The eight cells around</source>
        <translation>De åtta rutorna runt om</translation>
    </message>
    <message>
        <source>All within a distance</source>
        <translation>Alla inom ett avstånd</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Avstånd</translation>
    </message>
    <message>
        <source>Allow for how many cells are tested</source>
        <translation>Ta hänsyn till hur många rutor som prövas</translation>
    </message>
    <message>
        <source>Draw the study area on the map</source>
        <translation>Rita undersökningsområdet på kartan</translation>
    </message>
    <message>
        <source>False discovery rate after Benjamini and Hochberg</source>
        <translation>Andel falska fynd enligt Benjamini och Hochberg</translation>
    </message>
    <message>
        <source>Without an area the cells around all incidents are tested</source>
        <translation>Utan område prövas rutorna runt alla händelser</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>Undersökningsområde</translation>
    </message>
</context>
<context>
    <name>hk::ui::HotspotForm</name>
    <message>
        <source>Smoothing</source>
        <translation>Utjämning</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <source>Hotspot limit</source>
        <translation>Gräns för hotspot</translation>
    </message>
    <message>
        <source>Densest %1 of the cells</source>
        <translation>Tätaste %1 av rutorna</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Inom</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Rangordnas efter</translation>
    </message>
    <message>
        <source>Number of incidents</source>
        <translation>Antal händelser</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Täthet</translation>
    </message>
    <message>
        <source>More than an even spread would give</source>
        <translation>Fler än en jämn spridning skulle ge</translation>
    </message>
    <message>
        <source>Work out how sure the places are</source>
        <translation>Räkna ut hur säkra platserna är</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation>Bandbredd i kärndensiteten</translation>
    </message>
    <message>
        <source>The incidents are drawn anew 199 times; how often is the place among the first five?</source>
        <translation>Händelserna dras på nytt 199 gånger; hur ofta är platsen bland de fem första?</translation>
    </message>
</context>
<context>
    <name>hk::ui::HotspotPanel</name>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>No hotspots. There are too few incidents with an exact place in the selection: choose a longer period or more categories.</source>
        <translation>Inga hotspots. Det finns för få händelser med exakt plats i urvalet: välj en längre period eller fler kategorier.</translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportColumnsPage</name>
    <message>
        <source>Choose another file…</source>
        <translation>Välj en annan fil&#xa0;…</translation>
    </message>
    <message>
        <source>Sheet or layer</source>
        <translation>Blad eller lager</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Fler fält</translation>
    </message>
    <message>
        <source>Time of day, from</source>
        <translation>Klockslag, från</translation>
    </message>
    <message>
        <source>Time of day, to</source>
        <translation>Klockslag, till</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <source>EPSG code, such as 3008</source>
        <translation>EPSG-kod, till exempel 3008</translation>
    </message>
    <message>
        <source>EPSG code</source>
        <translation>EPSG-kod</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln kolumn</numerusform>
            <numerusform>%Ln kolumner</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ingen)</translation>
    </message>
    <message>
        <source>(the shapes in the file)</source>
        <translation>(geometrin i filen)</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>eget</translation>
    </message>
    <message>
        <source>As the file says (%1)</source>
        <translation>Enligt filen (%1)</translation>
    </message>
    <message>
        <source>WGS 84, longitude and latitude</source>
        <translation>WGS 84, longitud och latitud</translation>
    </message>
    <message>
        <source>SWEREF 99 TM</source>
        <translation>SWEREF 99 TM</translation>
    </message>
    <message>
        <source>SWEREF 99 12 00</source>
        <translation>SWEREF 99 12 00</translation>
    </message>
    <message>
        <source>RT 90 2.5 gon V</source>
        <translation>RT 90 2,5 gon V</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Ett annat&#xa0;…</translation>
    </message>
    <message>
        <source>guess by the numbers</source>
        <translation>gissat efter talen</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>gissning</translation>
    </message>
    <message>
        <source>guess: %1</source>
        <comment>the program&apos;s guess, with a value as an example</comment>
        <translation>gissning: %1</translation>
    </message>
    <message>
        <source>Say which column holds the time of the incidents (From).</source>
        <translation>Ange vilken kolumn som innehåller händelsernas tid (Från).</translation>
    </message>
    <message>
        <source>Say which two columns hold the position: %1 and %2.</source>
        <translation>Ange vilka två kolumner som innehåller positionen: %1 och %2.</translation>
    </message>
    <message>
        <source>%1 and %2 are the same column. Choose two different ones.</source>
        <translation>%1 och %2 är samma kolumn. Välj två olika.</translation>
    </message>
    <message>
        <source>Give the EPSG code of the coordinate system, or choose another one.</source>
        <translation>Ange koordinatsystemets EPSG-kod, eller välj ett annat koordinatsystem.</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Läs som</translation>
    </message>
    <message>
        <source>Saved way of importing</source>
        <translation>Sparat sätt att importera</translation>
    </message>
    <message>
        <source>How it is written</source>
        <translation>Så är filen skriven</translation>
    </message>
    <message>
        <source>Rows without coordinates lie where their place is on the map</source>
        <translation>Rader utan koordinater läggs där deras plats finns på kartan</translation>
    </message>
    <message>
        <source>Also notices that sum up others</source>
        <translation>Också sammanfattningar</translation>
    </message>
    <message>
        <source>(as guessed)</source>
        <translation>(som gissat)</translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportDialog</name>
    <message>
        <source>Import incidents</source>
        <translation>Importera händelser</translation>
    </message>
    <message>
        <source>1 File</source>
        <translation>1 Fil</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 Kolumner</translation>
    </message>
    <message>
        <source>3 Categories</source>
        <translation>3 Kategorier</translation>
    </message>
    <message>
        <source>4 Try and import</source>
        <translation>4 Prova och importera</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tillbaka</translation>
    </message>
    <message>
        <source>&amp;Save the faulty rows</source>
        <translation>&amp;Spara de felaktiga raderna</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln incident(s)</source>
        <translation>
            <numerusform>&amp;Importera %Ln händelse</numerusform>
            <numerusform>&amp;Importera %Ln händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nästa</translation>
    </message>
    <message>
        <source>&amp;Try first</source>
        <translation>&amp;Prova först</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Försök igen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Another import is running. Wait until it has ended.</source>
        <translation>En annan import pågår. Vänta tills den är klar.</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>end of a file name</comment>
        <translation>avvisade</translation>
    </message>
    <message>
        <source>The latest notices of the police are fetched from %1. Nothing of yours is sent. Fetch?</source>
        <translation>Polisens senaste notiser hämtas från %1. Inget av ditt skickas. Hämta?</translation>
    </message>
    <message>
        <source>There are no rows on the clipboard. Copy them in the spreadsheet, headings and all.</source>
        <translation>Det finns inga rader i urklipp. Kopiera dem i kalkylarket, gärna med rubrikerna.</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>Inklistrade rader</translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportFilePage</name>
    <message>
        <source>&amp;Choose file…</source>
        <translation>&amp;Välj fil&#xa0;…</translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument, GeoPackage, GeoJSON, Shapefile, KML</source>
        <translation>CSV, Excel, OpenDocument, GeoPackage, GeoJSON, Shapefile, KML</translation>
    </message>
    <message>
        <source>Drop a file with incidents here, or choose one.</source>
        <translation>Släpp en fil med händelser här, eller välj en.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Läser %1&#xa0;…</translation>
    </message>
    <message>
        <source>Tables and maps (%1)</source>
        <translation>Tabeller och kartor (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alla filer (*)</translation>
    </message>
    <message>
        <source>Import incidents</source>
        <translation>Importera händelser</translation>
    </message>
    <message>
        <source>Paste rows from a spreadsheet (Ctrl+V)</source>
        <translation>Klistra in rader från ett kalkylark (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fetch the police&apos;s notices (polisen.se)</source>
        <translation>Hämta polisens notiser (polisen.se)</translation>
    </message>
    <message>
        <source>Fetching from %1…</source>
        <translation>Hämtar från %1&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportReadingBox</name>
    <message>
        <source>Letters</source>
        <translation>Bokstäver</translation>
    </message>
    <message>
        <source>Between the fields</source>
        <translation>Mellan fälten</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Decimaltecken</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Times are in</source>
        <translation>Tiderna är i</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Windows (Western Europe)</source>
        <translation>Windows (Västeuropa)</translation>
    </message>
    <message>
        <source>DOS (code page 850)</source>
        <translation>DOS (teckentabell 850)</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16, big end first</source>
        <translation>UTF-16, omvänd ordning</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>lodstreck |</translation>
    </message>
    <message>
        <source>point or comma</source>
        <translation>punkt eller komma</translation>
    </message>
    <message>
        <source>comma: 57,6554</source>
        <translation>komma: 57,6554</translation>
    </message>
    <message>
        <source>point: 57.6554</source>
        <translation>punkt: 57.6554</translation>
    </message>
    <message>
        <source>year first: 2024-05-31</source>
        <translation>år först: 2024-05-31</translation>
    </message>
    <message>
        <source>day first: 31.5.2024</source>
        <translation>dag först: 31.5.2024</translation>
    </message>
    <message>
        <source>month first: 5/31/2024</source>
        <translation>månad först: 5/31/2024</translation>
    </message>
    <message>
        <source>Swedish time</source>
        <translation>svensk tid</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>British time</source>
        <translation>brittisk tid</translation>
    </message>
    <message>
        <source>Finnish time</source>
        <translation>finsk tid</translation>
    </message>
    <message>
        <source>by the first rows</source>
        <translation>enligt de första raderna</translation>
    </message>
    <message>
        <source>guess: the rows do not tell</source>
        <translation>gissning: raderna avgör inte</translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportRunPage</name>
    <message>
        <source>a value is missing</source>
        <translation>ett värde saknas</translation>
    </message>
    <message>
        <source>a value cannot be understood</source>
        <translation>ett värde går inte att tolka</translation>
    </message>
    <message>
        <source>a number is too small or too large</source>
        <translation>ett tal är för litet eller för stort</translation>
    </message>
    <message>
        <source>no such category</source>
        <translation>okänd kategori</translation>
    </message>
    <message>
        <source>the position lies outside Sweden</source>
        <translation>positionen ligger utanför Sverige</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>slutar innan den börjar</translation>
    </message>
    <message>
        <source>the time has not come yet</source>
        <translation>tiden ligger i framtiden</translation>
    </message>
    <message>
        <source>a time that does not exist</source>
        <translation>en tid som inte finns</translation>
    </message>
    <message>
        <source>personal data in the text</source>
        <translation>personuppgifter i texten</translation>
    </message>
    <message>
        <source>another fault</source>
        <translation>annat fel</translation>
    </message>
    <message>
        <source>&amp;Leave the faulty rows out, and import the others</source>
        <translation>&amp;Utelämna de felaktiga raderna och importera de andra</translation>
    </message>
    <message>
        <source>Change &amp;nothing while there are faulty rows</source>
        <translation>&amp;Ändra inget så länge det finns felaktiga rader</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändra&#xa0;…</translation>
    </message>
    <message>
        <source>Open the folder of the rejected rows</source>
        <translation>Öppna mappen med de avvisade raderna</translation>
    </message>
    <message>
        <source>The first faulty rows</source>
        <translation>De första felaktiga raderna</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Provar&#xa0;…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importerar&#xa0;…</translation>
    </message>
    <message>
        <source>Every row is read and checked. Nothing is changed.</source>
        <translation>Varje rad läses och kontrolleras. Inget ändras.</translation>
    </message>
    <message>
        <source>All rows are stored together: if you cancel, nothing is changed.</source>
        <translation>Alla rader sparas tillsammans: om du avbryter ändras inget.</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 av %2 rader</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>%1 rader hittills</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nya</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>ändrade</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>oförändrade</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>avvisade</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vad som är fel</translation>
    </message>
    <message>
        <source>Tried. Nothing has been changed yet.</source>
        <translation>Provat. Inget har ändrats än.</translation>
    </message>
    <message>
        <source>Everything in the file is here already, and unchanged.</source>
        <translation>Allt i filen finns redan här, oförändrat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read. This is what the import would do.</source>
        <translation>
            <numerusform>%Ln rad läst. Det här skulle importen göra.</numerusform>
            <numerusform>%Ln rader lästa. Det här skulle importen göra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Inget har ändrats.</translation>
    </message>
    <message>
        <source>The import is done.</source>
        <translation>Importen är klar.</translation>
    </message>
    <message>
        <source>It is one step: Undo takes all of it back.</source>
        <translation>Importen är ett enda steg: Ångra tar tillbaka allt.</translation>
    </message>
    <message>
        <source>It is one step: Undo takes all of it back. The rejected rows with their reasons are in %1.</source>
        <translation>Importen är ett enda steg: Ångra tar tillbaka allt. De avvisade raderna med orsaker finns i %1.</translation>
    </message>
    <message>
        <source>Everything in the file was here already.</source>
        <translation>Allt i filen fanns redan här.</translation>
    </message>
    <message>
        <source>The rejected rows with their reasons are in %1. Correct them and import again.</source>
        <translation>De avvisade raderna med orsaker finns i %1. Rätta dem och importera igen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutet. Inget har ändrats.</translation>
    </message>
    <message>
        <source>It did not work. Nothing was changed.</source>
        <translation>Det gick inte. Inget har ändrats.</translation>
    </message>
    <message>
        <source>The faulty rows are saved with their reasons in %1</source>
        <translation>De felaktiga raderna sparas med orsaker i %1</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Spara de avvisade raderna</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>Texttabell (*.csv)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and its number of rows</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <comment>rows are rejected</comment>
        <translation>Orsak: %1.</translation>
    </message>
    <message>
        <source>the place is not on the map</source>
        <translation>platsen finns inte på kartan</translation>
    </message>
    <message>
        <source>The same category within 100 m at the same time as an incident that is here already</source>
        <translation>Samma kategori inom 100 m vid samma tid som en händelse som redan finns</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Kopiera listan</translation>
    </message>
    <message>
        <source>A name, such as the sender&apos;s</source>
        <translation>Ett namn, till exempel avsändarens</translation>
    </message>
    <message>
        <source>&amp;Keep these choices as</source>
        <translation>Spara &amp;valen som</translation>
    </message>
    <message>
        <source>Keep these choices as</source>
        <translation>Spara valen som</translation>
    </message>
    <message>
        <source>Offered to every desk for files with the same columns</source>
        <translation>Erbjuds alla arbetsplatser för filer med samma kolumner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s) that sum up others are left out.</source>
        <translation>
            <numerusform>%Ln sammanfattning är utelämnad.</numerusform>
            <numerusform>%Ln sammanfattningar är utelämnade.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are placed by their place name.</source>
        <translation>
            <numerusform>%Ln rad får sitt läge av platsnamnet.</numerusform>
            <numerusform>%Ln rader får sitt läge av platsnamnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them by a name that is only nearly that of the map, and less precisely.</source>
        <translation>
            <numerusform>%Ln av dem har ett namn som bara nästan är kartans och läggs mindre noggrant.</numerusform>
            <numerusform>%Ln av dem har namn som bara nästan är kartans och läggs mindre noggrant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on the map: %1.</source>
        <translation>Finns inte på kartan: %1.</translation>
    </message>
    <message>
        <source>likely duplicates</source>
        <translation>troliga dubbletter</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln row(s) that are likely to be here already</source>
        <translation>
            <numerusform>Lämna den rad utanför som troligen redan finns (%Ln)</numerusform>
            <numerusform>Lämna de %Ln rader utanför som troligen redan finns</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Spara listan&#xa0;…</translation>
    </message>
    <message>
        <source>%1 (%2; the map has %3)</source>
        <comment>a place, its number of rows, a name like it</comment>
        <translation>%1 (%2; på kartan finns %3)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Names of the map like it</source>
        <translation>Liknande namn på kartan</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Spara listan</translation>
    </message>
    <message>
        <source>places not found.txt</source>
        <translation>platser som saknas.txt</translation>
    </message>
    <message>
        <source>Text with tabs (*.txt)</source>
        <translation>Text med tabbar (*.txt)</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Sparad i %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) may name a person in the description: row %1. Look at them; a name does not belong there.</source>
        <comment>rows by number</comment>
        <translation>
            <numerusform>%Ln rad nämner kanske en person i beskrivningen: rad %1. Titta på den; ett namn hör inte hemma där.</numerusform>
            <numerusform>%Ln rader nämner kanske en person i beskrivningen: rad %1. Titta på dem; ett namn hör inte hemma där.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportSample</name>
    <message>
        <source>The first rows of the file</source>
        <translation>Filens första rader</translation>
    </message>
    <message>
        <source>Nothing is wrong with these rows.</source>
        <translation>De här raderna är utan fel.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these rows would be left out. Point at a marked value to see why.</source>
        <translation>
            <numerusform>%Ln av raderna skulle inte komma med. Peka på ett markerat värde för att se varför.</numerusform>
            <numerusform>%Ln av raderna skulle inte komma med. Peka på ett markerat värde för att se varför.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportValuesPage</name>
    <message>
        <source>Read from a file…</source>
        <translation>Läs från en fil&#xa0;…</translation>
    </message>
    <message>
        <source>A CSV file with the columns value and field_value</source>
        <translation>En CSV-fil med kolumnerna value och field_value</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Kod eller namn</translation>
    </message>
    <message>
        <source>No column holds the category</source>
        <translation>Ingen kolumn innehåller kategorin</translation>
    </message>
    <message>
        <source>Choose one category for all incidents of this file, or go back and choose a column.</source>
        <translation>Välj en kategori för alla händelser i filen, eller gå tillbaka och välj en kolumn.</translation>
    </message>
    <message>
        <source>Category of all rows</source>
        <translation>Kategori för alla rader</translation>
    </message>
    <message>
        <source>Categories in the column “%1”</source>
        <translation>Kategorier i kolumnen ”%1”</translation>
    </message>
    <message>
        <source>Reading which values there are…</source>
        <translation>Läser vilka värden som finns&#xa0;…</translation>
    </message>
    <message>
        <source>Category of all other values, and where the column is empty</source>
        <translation>Kategori för alla andra värden, och där kolumnen är tom</translation>
    </message>
    <message>
        <source>Leave it empty to have such rows left out as faulty.</source>
        <translation>Lämna tomt för att utelämna sådana rader som felaktiga.</translation>
    </message>
    <message>
        <source>Value in the file</source>
        <translation>Värde i filen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Blir</translation>
    </message>
    <message>
        <source>Category of “%1”</source>
        <translation>Kategori för ”%1”</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>gissning</translation>
    </message>
    <message>
        <source>as all other values</source>
        <translation>som alla andra värden</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>utelämnas</translation>
    </message>
    <message>
        <source>Every value has its category. Look through the guesses.</source>
        <translation>Alla värden har en kategori. Se igenom gissningarna.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category of its own and take the one below.</source>
        <translation>
            <numerusform>%Ln rad har ett värde utan egen kategori och får den nedan.</numerusform>
            <numerusform>%Ln rader har ett värde utan egen kategori och får den nedan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category. Choose one for each value, or one for all others.</source>
        <translation>
            <numerusform>%Ln rad har ett värde utan kategori. Välj en för varje värde, eller en för alla andra.</numerusform>
            <numerusform>%Ln rader har ett värde utan kategori. Välj en för varje värde, eller en för alla andra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories of the values</source>
        <translation>Kategorier för värdena</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>Texttabell (*.csv)</translation>
    </message>
    <message>
        <source>The values are still being read.</source>
        <translation>Värdena läses fortfarande.</translation>
    </message>
    <message>
        <source>Choose at least one category: without one every row would be left out.</source>
        <translation>Välj minst en kategori: utan den skulle alla rader utelämnas.</translation>
    </message>
</context>
<context>
    <name>hk::ui::IncidentFields</name>
    <message>
        <source>%1 (%2 m)</source>
        <translation>%1 (%2&#xa0;m)</translation>
    </message>
    <message>
        <source>1 – minor</source>
        <translation>1 – lindrig</translation>
    </message>
    <message>
        <source>2 – serious</source>
        <translation>2 – allvarlig</translation>
    </message>
    <message>
        <source>3 – very serious</source>
        <translation>3 – mycket allvarlig</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Noggrannhet</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>Description, no personal data</source>
        <translation>Beskrivning, inga personuppgifter</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Aktör</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Antal personer</translation>
    </message>
    <message>
        <source>Reported to police</source>
        <translation>Polisanmäld</translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation>Inne eller ute</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Spridning</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externt id</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Street, place or coordinates</source>
        <translation>Gata, plats eller koordinater</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Kod eller namn</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Okänt</translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres after a number</comment>
        <translation>&#xa0;m</translation>
    </message>
    <message>
        <source>Type and press Enter, or click on the map</source>
        <translation>Skriv och tryck Enter, eller klicka på kartan</translation>
    </message>
    <message>
        <source>%1, nearest address %2</source>
        <translation>%1, närmaste adress %2</translation>
    </message>
    <message>
        <source>Drawn area around %1</source>
        <translation>Ritat område kring %1</translation>
    </message>
    <message>
        <source>Now, or e.g. yesterday 14–16</source>
        <translation>Nu, eller t.ex. igår 14–16</translation>
    </message>
    <message>
        <source>A time or a span in words: 14:30, yesterday evening, friday 18 – monday 07, between 14 and 16, week 12, 12/3 at 14.30, tonight, last weekend</source>
        <translation>En tid eller ett spann i ord: 14.30, igår kväll, fredag 18 – måndag 07, mellan 14 och 16, v. 12, 12/3 kl. 14.30, i natt, förra helgen</translation>
    </message>
    <message>
        <source>Same as last</source>
        <translation>Samma som sist</translation>
    </message>
    <message>
        <source>Draw area</source>
        <translation>Rita område</translation>
    </message>
    <message>
        <source>Where only the area is known: draw it on the map (Ctrl+R)</source>
        <translation>När bara området är känt: rita det på kartan (Ctrl+R)</translation>
    </message>
    <message>
        <source>Same place as last time</source>
        <translation>Samma plats som sist</translation>
    </message>
    <message>
        <source>Draw the area on the map</source>
        <translation>Rita området på kartan</translation>
    </message>
</context>
<context>
    <name>hk::ui::IncidentForm</name>
    <message>
        <source>Change incident</source>
        <translation>Ändra händelse</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Ny händelse</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Spara ändringar</translation>
    </message>
    <message>
        <source>Save incident</source>
        <translation>Spara händelse</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Put away (Esc); what is typed is kept</source>
        <translation>Lägg undan (Esc); det du har skrivit finns kvar</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Lägg undan</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc puts away</source>
        <translation>Ctrl+Enter sparar, Esc lägger undan</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>Spara och ny</translation>
    </message>
    <message>
        <source>Save and go on with an empty form (Ctrl+Shift+Enter)</source>
        <translation>Spara och fortsätt med ett tomt formulär (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, with Shift: and new, with Alt: more of the same report. Esc puts away</source>
        <translation>Ctrl+Enter sparar, med Shift: och ny, med Alt: fler i samma rapport. Esc lägger undan</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Lägg till källa</translation>
    </message>
    <message>
        <source>Photos and documents</source>
        <translation>Bilder och handlingar</translation>
    </message>
    <message>
        <source>Photos and documents (%1)</source>
        <translation>Bilder och handlingar (%1)</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>namnlös</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s): %1</source>
        <translation>
            <numerusform>%Ln källa: %1</numerusform>
            <numerusform>%Ln källor: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::InterventionForm</name>
    <message>
        <source>Draw the target area on the map</source>
        <translation>Rita målområde på kartan</translation>
    </message>
    <message>
        <source>Draw the control area on the map</source>
        <translation>Rita kontrollområde på kartan</translation>
    </message>
    <message>
        <source>Buffer around the target</source>
        <translation>Buffert runt målet</translation>
    </message>
    <message>
        <source>Buffer around the control</source>
        <translation>Buffert runt kontrollen</translation>
    </message>
    <message>
        <source>Before the action</source>
        <translation>Före insatsen</translation>
    </message>
    <message>
        <source>After the action</source>
        <translation>Efter insatsen</translation>
    </message>
    <message>
        <source>Where the trouble may have moved to</source>
        <translation>Dit problemen kan ha flyttat</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no buffer</comment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Draw the target area first: where the action was.</source>
        <translation>Rita målområdet först: där insatsen var.</translation>
    </message>
    <message>
        <source>Now draw a control area: a place like the target where nothing was done.</source>
        <translation>Rita nu ett kontrollområde: en plats lik målområdet där inget gjordes.</translation>
    </message>
    <message>
        <source>Target area</source>
        <translation>Målområde</translation>
    </message>
    <message>
        <source>Control area</source>
        <translation>Kontrollområde</translation>
    </message>
</context>
<context>
    <name>hk::ui::KeepController</name>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Logg&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Backup copies…</source>
        <translation>Säkerhets&amp;kopior&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Disposal…</source>
        <translation>&amp;Gallring&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Who works here…</source>
        <translation>&amp;Vem som arbetar här&#xa0;…</translation>
    </message>
    <message>
        <source>No backup copy could be made: the disk is full. The work goes on, and it is tried again.</source>
        <translation>Ingen säkerhetskopia kunde göras: disken är full. Arbetet fortsätter, och det görs ett nytt försök.</translation>
    </message>
    <message>
        <source>No backup copy could be made: the folder %1 cannot be used. The work goes on, and it is tried again.</source>
        <translation>Ingen säkerhetskopia kunde göras: mappen %1 kan inte användas. Arbetet fortsätter, och det görs ett nytt försök.</translation>
    </message>
    <message>
        <source>No backup copy could be made. The work goes on, and it is tried again.</source>
        <translation>Ingen säkerhetskopia kunde göras. Arbetet fortsätter, och det görs ett nytt försök.</translation>
    </message>
    <message>
        <source>Changes are now signed by %1.</source>
        <translation>Ändringar undertecknas nu av %1.</translation>
    </message>
</context>
<context>
    <name>hk::ui::LayerController</name>
    <message>
        <source>Add &amp;layer…</source>
        <translation>Lägg till &amp;lager&#xa0;…</translation>
    </message>
    <message>
        <source>GeoPackage Shapefile GeoJSON KML GPX DXF file</source>
        <comment>more words to find the command by</comment>
        <translation>GeoPackage Shapefile GeoJSON KML GPX DXF fil kartlager</translation>
    </message>
    <message>
        <source>Connect &amp;WFS…</source>
        <translation>Anslut &amp;WFS&#xa0;…</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Lägg till lager</translation>
    </message>
    <message>
        <source>Maps and tables (*.gpkg *.shp *.zip *.geojson *.json *.kml *.kmz *.gpx *.gml *.csv *.tsv *.xlsx *.dxf *.tab *.fgb *.tif *.tiff *.jp2 *.mbtiles);;All files (*)</source>
        <translation>Kartor och tabeller (*.gpkg *.shp *.zip *.geojson *.json *.kml *.kmz *.gpx *.gml *.csv *.tsv *.xlsx *.dxf *.tab *.fgb *.tif *.tiff *.jp2 *.mbtiles);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Open an incident file first: the layers are kept with it.</source>
        <translation>Öppna först en händelsefil: lagren sparas med den.</translation>
    </message>
    <message>
        <source>What is in %1?</source>
        <translation>Vad finns i %1?</translation>
    </message>
    <message>
        <source>Incidents are stored in the open file and analysed. A layer is shown on the map.</source>
        <translation>Händelser sparas i den öppna filen och analyseras. Ett lager visas på kartan.</translation>
    </message>
    <message>
        <source>Import incidents…</source>
        <translation>Importera händelser&#xa0;…</translation>
    </message>
    <message>
        <source>Add as layer</source>
        <translation>Lägg till som lager</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, layer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The file is open for reading only: its layers last until it is closed.</source>
        <translation>Filen är öppen bara för läsning: lagren finns kvar tills den stängs.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added.</source>
        <translation>
            <numerusform>%n lager tillagt.</numerusform>
            <numerusform>%n lager tillagda.</numerusform>
        </translation>
    </message>
    <message>
        <source>Coordinate system of the layer %1</source>
        <translation>Koordinatsystem för lagret %1</translation>
    </message>
    <message>
        <source>Appearance of the layer %1</source>
        <translation>Utseende för lagret %1</translation>
    </message>
    <message>
        <source>The layer %1 removed.</source>
        <translation>Lagret %1 togs bort.</translation>
    </message>
    <message>
        <source>Point out the file of %1</source>
        <translation>Peka ut filen till %1</translation>
    </message>
</context>
<context>
    <name>hk::ui::LayerCrsDialog</name>
    <message>
        <source>lands in Mölndal</source>
        <translation>hamnar i Mölndal</translation>
    </message>
    <message>
        <source>lands %1 km from Mölndal</source>
        <translation>hamnar %1 km från Mölndal</translation>
    </message>
    <message>
        <source>Coordinate system of %1</source>
        <translation>Koordinatsystem för %1</translation>
    </message>
    <message>
        <source>The file does not say which coordinate system it has. Choose the one by which it lands in the right place; the layer can be removed and added again if it does not.</source>
        <translation>Filen säger inte vilket koordinatsystem den har. Välj det som gör att lagret hamnar rätt. Blir det fel kan lagret tas bort och läggas till igen.</translation>
    </message>
    <message>
        <source>%1 (%2) – %3</source>
        <translation>%1 (%2) – %3</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Använd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Coordinate systems</source>
        <translation>Koordinatsystem</translation>
    </message>
</context>
<context>
    <name>hk::ui::LayerPanel</name>
    <message>
        <source>Choose coordinate system…</source>
        <translation>Välj koordinatsystem&#xa0;…</translation>
    </message>
    <message>
        <source>Fetch anew…</source>
        <translation>Hämta på nytt&#xa0;…</translation>
    </message>
    <message>
        <source>Point out the file again…</source>
        <translation>Peka ut filen igen&#xa0;…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namn på kartan</translation>
    </message>
    <message>
        <source>Labels of the layer %1</source>
        <translation>Namn för lagret %1</translation>
    </message>
    <message>
        <source>Zoom to the layer</source>
        <translation>Zooma till lagret</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Flytta upp</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flytta ned</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Byt namn</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>No layers yet</source>
        <translation>Inga lager än</translation>
    </message>
    <message>
        <source>Drop a file on the map: areas, routes, stops, a drawing or a picture. It is shown over the background and under the incidents.</source>
        <translation>Släpp en fil på kartan: områden, stråk, hållplatser, en ritning eller en bild. Den visas över bakgrunden och under händelserna.</translation>
    </message>
    <message>
        <source>Add layer…</source>
        <translation>Lägg till lager&#xa0;…</translation>
    </message>
    <message>
        <source>Connect WFS…</source>
        <translation>Anslut WFS&#xa0;…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Lägg till lager</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Ta bort lagret</translation>
    </message>
    <message>
        <source>Appearance and source…</source>
        <translation>Utseende och källa&#xa0;…</translation>
    </message>
    <message>
        <source>Appearance and source of the layer</source>
        <translation>Lagrets utseende och källa</translation>
    </message>
</context>
<context>
    <name>hk::ui::LayerStyleDialog</name>
    <message>
        <source>Appearance: %1</source>
        <translation>Utseende: %1</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>En färg</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Efter värde</translation>
    </message>
    <message>
        <source>By number in classes</source>
        <translation>Efter tal i klasser</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Cirkel</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Kvadrat</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Triangel</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Romb</translation>
    </message>
    <message>
        <source>from 1:%1</source>
        <translation>från 1:%1</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>Visa namn</translation>
    </message>
    <message>
        <source>Colouring</source>
        <translation>Färgsättning</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Färg</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linjebredd</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Filling</source>
        <translation>Fyllning</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Visas</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Använd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The twelve most frequent of %1 values have a colour each, the others one in common.</source>
        <translation>De tolv vanligaste av %1 värden har var sin färg, övriga en gemensam.</translation>
    </message>
    <message>
        <source>There are no numbers in this field. Choose another field, or colour by value.</source>
        <translation>Det finns inga tal i fältet. Välj ett annat fält eller färga efter värde.</translation>
    </message>
    <message>
        <source>Classes with about as many features in each.</source>
        <translation>Klasser med ungefär lika många objekt i varje.</translation>
    </message>
    <message>
        <source>such as © Mölndals stad</source>
        <translation>till exempel © Mölndals stad</translation>
    </message>
    <message>
        <source>Named on the map and on paper where the layer is seen</source>
        <translation>Anges på kartan och på papper där lagret syns</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Reading the values of the field…</source>
        <translation>Läser fältets värden&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::LogDialog</name>
    <message>
        <source>Only the marked incident</source>
        <translation>Bara den markerade händelsen</translation>
    </message>
    <message>
        <source>Only from outside</source>
        <translation>Bara utifrån</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Visa äldre</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alla personer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Allt</translation>
    </message>
    <message>
        <source>Entries of the log</source>
        <translation>Loggens poster</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Före och efter</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Pröva igen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Spara som CSV&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Prövar loggen&#xa0;…</translation>
    </message>
    <message>
        <source>Last hash of the log: %1</source>
        <translation>Loggens senaste kontrollsumma: %1</translation>
    </message>
    <message>
        <source>No entries. Choose a longer period, or everybody and everything.</source>
        <translation>Inga poster. Välj en längre period, eller alla personer och allt.</translation>
    </message>
    <message>
        <source>Entry %1. %2: %3</source>
        <comment>number, action, who</comment>
        <translation>Post %1. %2: %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Spara loggen</translation>
    </message>
    <message>
        <source>Log.csv</source>
        <comment>file name</comment>
        <translation>Logg.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabeller (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries saved.</source>
        <translation>
            <numerusform>%Ln post sparad.</numerusform>
            <numerusform>%Ln poster sparade.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Sök i loggen</translation>
    </message>
    <message>
        <source>Search who, fields and values</source>
        <translation>Sök på vem, fält och värden</translation>
    </message>
    <message>
        <source>All of the words, in any order (%1)</source>
        <translation>Alla ord, i vilken ordning som helst (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far, %1 looked at…</source>
        <comment>entries of the log</comment>
        <translation>
            <numerusform>%Ln hittad hittills, %1 genomsökta&#xa0;…</numerusform>
            <numerusform>%Ln hittade hittills, %1 genomsökta&#xa0;…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln latest.</source>
        <comment>entries of the log</comment>
        <translation>
            <numerusform>Den %Ln senaste posten.</numerusform>
            <numerusform>De %Ln senaste posterna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries.</source>
        <comment>of the log</comment>
        <translation>
            <numerusform>%Ln post.</numerusform>
            <numerusform>%Ln poster.</numerusform>
        </translation>
    </message>
    <message>
        <source>No entries with these words. Search for fewer words, or choose a longer period.</source>
        <translation>Inga poster med de orden. Sök på färre ord, eller välj en längre period.</translation>
    </message>
</context>
<context>
    <name>hk::ui::MainWindow</name>
    <message>
        <source>Copy saved as %1.</source>
        <translation>Kopian är sparad som %1.</translation>
    </message>
    <message>
        <source>Another program had left the file&apos;s spatial index out of step. It has been rebuilt.</source>
        <translation>Ett annat program hade lämnat filens rumsliga index i otakt. Det har byggts om.</translation>
    </message>
    <message>
        <source>%1 – sample data, invented incidents (read only) – %2</source>
        <translation>%1 – exempeldata, påhittade händelser (skrivskyddad) – %2</translation>
    </message>
    <message>
        <source>%1 – sample data, invented incidents – %2</source>
        <translation>%1 – exempeldata, påhittade händelser – %2</translation>
    </message>
    <message>
        <source>%1 (read only) – %2</source>
        <translation>%1 (skrivskyddad) – %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>file – program</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No file open</source>
        <translation>Ingen fil öppen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <translation>
            <numerusform>%1 av %Ln händelse</numerusform>
            <numerusform>%1 av %Ln händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without exact place not in the heatmap</source>
        <translation>
            <numerusform>%Ln utan exakt plats visas inte i värmekartan</numerusform>
            <numerusform>%Ln utan exakt plats visas inte i värmekartan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a week or more left out by the hours</source>
        <translation>
            <numerusform>%Ln som pågått en vecka eller mer är inte med i timurvalet</numerusform>
            <numerusform>%Ln som pågått en vecka eller mer är inte med i timurvalet</numerusform>
        </translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>sparad %1</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Sparad som %1.</translation>
    </message>
    <message>
        <source>%1 added and %2 updated.</source>
        <translation>%1 tillagda och %2 uppdaterade.</translation>
    </message>
    <message>
        <source>Within %1 m of Mölndals bro, %2</source>
        <translation>Inom %1&#xa0;m från Mölndals bro, %2</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>Remove the background %1</source>
        <translation>Ta bort bakgrunden %1</translation>
    </message>
    <message>
        <source>The background %1 removed.</source>
        <translation>Bakgrunden %1 är borttagen.</translation>
    </message>
    <message>
        <source>&amp;Legend on the map</source>
        <translation>&amp;Teckenförklaring på kartan</translation>
    </message>
    <message>
        <source>Another program is writing to the file. The change is saved when it has finished.</source>
        <translation>Ett annat program skriver i filen. Ändringen sparas när det är klart.</translation>
    </message>
</context>
<context>
    <name>hk::ui::MapBuildPanel</name>
    <message>
        <source>streets and paths</source>
        <translation>gator och vägar</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>byggnader</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>adresser</translation>
    </message>
    <message>
        <source>places and stops</source>
        <translation>platser och hållplatser</translation>
    </message>
    <message>
        <source>parks, woods and other land</source>
        <translation>parker, skog och annan mark</translation>
    </message>
    <message>
        <source>lakes and watercourses</source>
        <translation>sjöar och vattendrag</translation>
    </message>
    <message>
        <source>railways and tramways</source>
        <translation>järnvägar och spårvägar</translation>
    </message>
    <message>
        <source>walls and fences</source>
        <translation>murar och staket</translation>
    </message>
    <message>
        <source>borders</source>
        <translation>gränser</translation>
    </message>
    <message>
        <source>of kinds that the map does not show</source>
        <translation>som inte visas på kartan</translation>
    </message>
    <message>
        <source>told twice</source>
        <translation>sagda två gånger</translation>
    </message>
    <message>
        <source>without a name or number</source>
        <translation>utan namn eller nummer</translation>
    </message>
    <message>
        <source>areas whose outline does not close</source>
        <translation>ytor vars kontur inte går ihop</translation>
    </message>
    <message>
        <source>with a broken shape</source>
        <translation>med trasig form</translation>
    </message>
    <message>
        <source>outside the area</source>
        <translation>utanför området</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and what it counts</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Lämnat utanför: %1.</translation>
    </message>
    <message>
        <source>The map is ready</source>
        <translation>Kartan är klar</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutet. Inget har ändrats.</translation>
    </message>
    <message>
        <source>Building the map… %1 %</source>
        <translation>Bygger kartan… %1 %</translation>
    </message>
    <message>
        <source>Fetching… %1</source>
        <translation>Hämtar… %1</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Väntar på svar&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::MapBuilds</name>
    <message>
        <source>&amp;Build from an OpenStreetMap extract…</source>
        <translation>&amp;Bygg från OpenStreetMap-utdrag&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Fetch a map of this area…</source>
        <translation>&amp;Hämta karta för detta område&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::MapController</name>
    <message>
        <source>Place known to: %1</source>
        <translation>Noggrannhet: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>place (precision)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count × category</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more kinds</source>
        <translation>
            <numerusform>och %n slag till</numerusform>
            <numerusform>och %n slag till</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln källa</numerusform>
            <numerusform>%Ln källor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::MapView</name>
    <message>
        <source>incidents/km²</source>
        <translation>händ./km²</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1&#xa0;km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>N %1  E %2 · %3° N %4° E</source>
        <comment>SWEREF 99 TM northing and easting, WGS 84 latitude and longitude</comment>
        <translation>N %1  E %2 · %3° N %4° E</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home goes to Mölndals bro, Escape leaves what is being drawn.</source>
        <translation>Piltangenterna flyttar kartan, plus och minus zoomar, Home går till Mölndals bro, Esc lämnar det som ritas.</translation>
    </message>
    <message>
        <source>Click the place on the map. Esc cancels.</source>
        <translation>Klicka på platsen på kartan. Esc avbryter.</translation>
    </message>
    <message>
        <source>Double click or Enter closes the area. Backspace takes the last corner away, Esc cancels.</source>
        <translation>Dubbelklick eller Enter sluter området. Backsteg tar bort det senaste hörnet, Esc avbryter.</translation>
    </message>
    <message>
        <source>Click the corners of the area. Esc cancels.</source>
        <translation>Klicka ut områdets hörn. Esc avbryter.</translation>
    </message>
    <message>
        <source>The background %1 does not answer. The map shows what has been saved of it.</source>
        <translation>Bakgrunden %1 svarar inte. Kartan visar det som finns sparat.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Teckenförklaring</translation>
    </message>
    <message>
        <source>%1 cannot be read: the file has been moved, or it is damaged. Put it back or choose it anew.</source>
        <translation>%1 kan inte läsas: filen har flyttats eller är skadad. Lägg tillbaka den eller välj den på nytt.</translation>
    </message>
</context>
<context>
    <name>hk::ui::MethodController</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabell (*.csv)</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>Open a file first: there is nothing to work on.</source>
        <translation>Öppna en fil först: det finns inget att räkna på.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
</context>
<context>
    <name>hk::ui::MethodExplanation</name>
    <message>
        <source>What does this mean?</source>
        <translation>Vad betyder detta?</translation>
    </message>
    <message>
        <source>Here worked out with</source>
        <translation>Här beräknat med</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>hk::ui::MethodForm</name>
    <message>
        <source> m</source>
        <comment>metres, after a number</comment>
        <translation> m</translation>
    </message>
    <message>
        <source>%1 m of Mölndals bro</source>
        <translation>%1 m från Mölndals bro</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>Drawn area</source>
        <translation>Ritat område</translation>
    </message>
</context>
<context>
    <name>hk::ui::MethodList</name>
    <message>
        <source>Analyses</source>
        <translation>Analyser</translation>
    </message>
</context>
<context>
    <name>hk::ui::MethodPanel</name>
    <message>
        <source>Stopped. Change a parameter, or work it out again.</source>
        <translation>Avbrutet. Ändra en inställning eller räkna igen.</translation>
    </message>
    <message>
        <source>Areas and lines</source>
        <translation>Områden och linjer</translation>
    </message>
    <message>
        <source>%1 (CSV)…</source>
        <comment>title of a table</comment>
        <translation>%1 (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>%1 (GeoJSON)…</source>
        <comment>title of a map layer</comment>
        <translation>%1 (GeoJSON)&#xa0;…</translation>
    </message>
    <message>
        <source>%1 (GeoTIFF)…</source>
        <comment>title of a grid</comment>
        <translation>%1 (GeoTIFF)&#xa0;…</translation>
    </message>
    <message>
        <source>‹ All analyses</source>
        <translation>‹ Alla analyser</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>Räknar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Work it out again</source>
        <translation>Räkna igen</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Visa på kartan</translation>
    </message>
    <message>
        <source>Take along on the page</source>
        <translation>Ta med på sidan</translation>
    </message>
    <message>
        <source>The result stands on the printed page and in the PDF</source>
        <translation>Resultatet står på den utskrivna sidan och i PDF-filen</translation>
    </message>
    <message>
        <source>What is shown on the map</source>
        <translation>Vad som visas på kartan</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>What does this mean?</source>
        <translation>Vad betyder detta?</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Sida vid sida</translation>
    </message>
</context>
<context>
    <name>hk::ui::NearBox</name>
    <message>
        <source>Near %1</source>
        <comment>title of a set of places</comment>
        <translation>Nära %1</translation>
    </message>
    <message>
        <source>Near places of a file…</source>
        <translation>Nära platser ur fil&#xa0;…</translation>
    </message>
    <message>
        <source>Only what lies near points or lines of a file, such as stops</source>
        <translation>Bara det som ligger nära punkter eller linjer i en fil, som hållplatser</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln plats</numerusform>
            <numerusform>%Ln platser</numerusform>
        </translation>
    </message>
    <message>
        <source>Places from a file</source>
        <translation>Platser ur en fil</translation>
    </message>
    <message>
        <source>Points or lines (*.gpkg *.geojson *.json *.shp *.kml *.gpx *.csv);;All files (*)</source>
        <translation>Punkter eller linjer (*.gpkg *.geojson *.json *.shp *.kml *.gpx *.csv);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Inom</translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres, after a number</comment>
        <translation> m</translation>
    </message>
</context>
<context>
    <name>hk::ui::NearRepeatForm</name>
    <message>
        <source>Distance step</source>
        <translation>Avståndssteg</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>Antal steg</translation>
    </message>
    <message>
        <source>Time step</source>
        <translation>Tidssteg</translation>
    </message>
    <message>
        <source>The same place for itself</source>
        <translation>Samma plats för sig</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number</comment>
        <translation> dagar</translation>
    </message>
    <message>
        <source>Shuffles</source>
        <translation>Omblandningar</translation>
    </message>
    <message>
        <source>How many times the dates are shuffled to see what chance alone gives</source>
        <translation>Hur många gånger datumen blandas om för att se vad slumpen ensam ger</translation>
    </message>
</context>
<context>
    <name>hk::ui::NetworkDialog</name>
    <message>
        <source>Servers and contact address</source>
        <translation>Servrar och kontaktadress</translation>
    </message>
    <message>
        <source>Your e-mail address (may be left out)</source>
        <translation>Din e-postadress (kan utelämnas)</translation>
    </message>
    <message>
        <source>Sent along with each request for a map, so that those who run the server can reach you if something goes wrong. Not used for anything else.</source>
        <translation>Skickas med varje gång en karta hämtas, så att de som sköter servern kan nå dig om något går fel. Används inte till något annat.</translation>
    </message>
    <message>
        <source>Maps are fetched from no server. The first time a background of a server is chosen you are asked.</source>
        <translation>Inga kartor hämtas från någon server. Första gången en bakgrund från en server väljs får du frågan.</translation>
    </message>
    <message>
        <source>Maps may be fetched from these servers. Where the mark is taken away you are asked again.</source>
        <translation>Kartor får hämtas från de här servrarna. Där markeringen tas bort får du frågan igen.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Correct it, or leave the field empty.</source>
        <translation>Det här är ingen e-postadress. Rätta den eller lämna fältet tomt.</translation>
    </message>
</context>
<context>
    <name>hk::ui::PagePreview</name>
    <message>
        <source>Drawing the page…</source>
        <translation>Ritar sidan&#xa0;…</translation>
    </message>
    <message>
        <source>Text of the frame</source>
        <translation>Ramens text</translation>
    </message>
</context>
<context>
    <name>hk::ui::PageSettingsDialog</name>
    <message>
        <source>Page settings</source>
        <translation>Sidinställningar</translation>
    </message>
    <message>
        <source>for example the municipality or its department</source>
        <translation>till exempel kommunen eller förvaltningen</translation>
    </message>
    <message>
        <source>a line at the foot of each sheet</source>
        <translation>en rad längst ned på varje blad</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Svart</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsändare</translation>
    </message>
    <message>
        <source>Foot of the sheets</source>
        <translation>Sidfot</translation>
    </message>
    <message>
        <source>Logotype</source>
        <translation>Logotyp</translation>
    </message>
    <message>
        <source>Choose picture…</source>
        <translation>Välj bild&#xa0;…</translation>
    </message>
    <message>
        <source>Colour of headings</source>
        <translation>Rubrikernas färg</translation>
    </message>
    <message>
        <source>Own page templates</source>
        <translation>Egna sidmallar</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Välj mapp&#xa0;…</translation>
    </message>
    <message>
        <source>A chosen folder gets a copy of each template that it does not have; the copies can be changed in a text editor. Without a folder the pages are those of the program.</source>
        <translation>En vald mapp får en kopia av varje mall som saknas i den; kopiorna kan ändras i en textredigerare. Utan mapp används programmets egna sidor.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>Välj bild</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.svg *.webp)</translation>
    </message>
    <message>
        <source>Folder with page templates</source>
        <translation>Mapp med sidmallar</translation>
    </message>
    <message>
        <source>The logotype cannot be read as a picture. Choose a PNG, JPEG or SVG file.</source>
        <translation>Logotypen kan inte läsas som bild. Välj en PNG-, JPEG- eller SVG-fil.</translation>
    </message>
    <message>
        <source>The colour is too pale to be read on white paper. Choose a darker one.</source>
        <translation>Färgen är för blek för att läsas på vitt papper. Välj en mörkare.</translation>
    </message>
    <message>
        <source>The folder with templates is not there.</source>
        <translation>Mappen med mallar finns inte.</translation>
    </message>
    <message>
        <source>%1: %2. The pages cannot be made until this is mended.</source>
        <comment>a template, what is wrong with it</comment>
        <translation>%1: %2. Sidorna kan inte göras förrän det är rättat.</translation>
    </message>
</context>
<context>
    <name>hk::ui::PeriodBox</name>
    <message>
        <source>All time</source>
        <translation>Alla datum</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Senaste 7 dagarna</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Senaste 30 dagarna</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Senaste 90 dagarna</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>I år</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Förra året</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Senaste 12 månaderna</translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation>Valda datum</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Första dagen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dagen</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Periodens första dag</translation>
    </message>
    <message>
        <source>Last day of the period, included</source>
        <translation>Periodens sista dag, inräknad</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
</context>
<context>
    <name>hk::ui::PeriodPairBox</name>
    <message>
        <source>First day</source>
        <translation>Första dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sista dag</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>Periodens första dag</translation>
    </message>
    <message>
        <source>Last day of the period, included</source>
        <translation>Periodens sista dag, inräknad</translation>
    </message>
    <message>
        <source>The last 12 months against the 12 before</source>
        <translation>Senaste 12 månaderna mot 12 månaderna före</translation>
    </message>
    <message>
        <source>The last 90 days against the same days a year before</source>
        <translation>Senaste 90 dagarna mot samma dagar året före</translation>
    </message>
    <message>
        <source>The last whole year against the year before</source>
        <translation>Senaste hela året mot året före</translation>
    </message>
    <message>
        <source>12 months, then the 3 months after</source>
        <translation>12 månader, sedan de 3 månaderna efter</translation>
    </message>
    <message>
        <source>The later half of the data against the earlier</source>
        <translation>Senare halvan av tiden mot den tidigare</translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation>Valda datum</translation>
    </message>
</context>
<context>
    <name>hk::ui::PersonalDataWatch</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 av %3)</translation>
    </message>
    <message>
        <source>Go to it (F8)</source>
        <translation>Gå dit (F8)</translation>
    </message>
    <message>
        <source>Not a person&apos;s name</source>
        <translation>Inte ett personnamn</translation>
    </message>
</context>
<context>
    <name>hk::ui::PlaceInput</name>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1&#xa0;km</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>nära %1</translation>
    </message>
    <message>
        <source>near %1, %2</source>
        <translation>nära %1, %2</translation>
    </message>
</context>
<context>
    <name>hk::ui::PlaceSourceButton</name>
    <message>
        <source>From a file…</source>
        <translation>Ur fil&#xa0;…</translation>
    </message>
    <message>
        <source>Own layers</source>
        <translation>Egna lager</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>Använda förut</translation>
    </message>
</context>
<context>
    <name>hk::ui::PointsFileBox</name>
    <message>
        <source>Choose a file of points…</source>
        <translation>Välj en fil med punkter&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln point(s)</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%1, %Ln punkt</numerusform>
            <numerusform>%1, %Ln punkter</numerusform>
        </translation>
    </message>
    <message>
        <source>Points to compare with</source>
        <translation>Punkter att jämföra med</translation>
    </message>
    <message>
        <source>Points (*.csv *.gpkg *.geojson *.json *.shp);;All files (*)</source>
        <translation>Punkter (*.csv *.gpkg *.geojson *.json *.shp);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Each row counts as</source>
        <translation>Varje rad räknas som</translation>
    </message>
    <message>
        <source>one</source>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>hk::ui::PrintDialog</name>
    <message>
        <source>Landscape</source>
        <translation>Liggande</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Stående</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>En annan&#xa0;…</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>None</source>
        <comment>confidentiality mark</comment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>confidentiality mark</comment>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Partner</source>
        <comment>confidentiality mark</comment>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Public</source>
        <comment>confidentiality mark</comment>
        <translation>Offentlig</translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation>&amp;Exportera PDF&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>&amp;Spara bild&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Skriv &amp;ut&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papper</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Riktning</translation>
    </message>
    <message>
        <source>Confidentiality mark</source>
        <translation>Märkning</translation>
    </message>
    <message>
        <source>Drag the page to move the map.</source>
        <translation>Dra i sidan för att flytta kartan.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karta</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exportera PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Spara bild</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-bild (*.png)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Skriver ut&#xa0;…</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>Skriver PDF&#xa0;…</translation>
    </message>
    <message>
        <source>Writing the picture…</source>
        <translation>Skriver bilden&#xa0;…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Skickad till skrivaren.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Sparad som %1.</translation>
    </message>
    <message>
        <source>The page has the built-in map in its place.</source>
        <translation>Sidan har den inbyggda kartan i stället.</translation>
    </message>
    <message>
        <source>The page is without the picture.</source>
        <translation>Sidan saknar bilden.</translation>
    </message>
    <message>
        <source>The background was not fetched.</source>
        <translation>Bakgrunden hämtades inte.</translation>
    </message>
    <message>
        <source>Fetching the background for the page…</source>
        <translation>Hämtar bakgrunden till sidan&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Move a frame</source>
        <translation>Flytta en ram</translation>
    </message>
    <message>
        <source>Hide a frame</source>
        <translation>Dölj en ram</translation>
    </message>
    <message>
        <source>Change a text</source>
        <translation>Ändra en text</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>Gör sidorna&#xa0;…</translation>
    </message>
    <message>
        <source>Change the page</source>
        <translation>Ändra sidan</translation>
    </message>
    <message>
        <source>Move, resize, hide and rewrite the frames of the page</source>
        <translation>Flytta, ändra storlek på, dölj och skriv om sidans ramar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gör om</translation>
    </message>
    <message>
        <source>As from the template</source>
        <translation>Som i mallen</translation>
    </message>
    <message>
        <source>Keep in the template</source>
        <translation>Behåll i mallen</translation>
    </message>
    <message>
        <source>Pages to come on this paper have their frames in these places. Texts are of this page alone.</source>
        <translation>Kommande sidor på det här papperet får sina ramar på de här platserna. Texter hör bara till den här sidan.</translation>
    </message>
    <message>
        <source>Drop what was kept</source>
        <translation>Släpp det som behållits</translation>
    </message>
    <message>
        <source>The frames stand where the template has them</source>
        <translation>Ramarna står där mallen har dem</translation>
    </message>
    <message>
        <source>Frames lie over each other on sheet %1: move one.</source>
        <translation>Ramar ligger över varandra på blad %1: flytta en av dem.</translation>
    </message>
    <message>
        <source>Click a frame: the arrows move it, Shift and arrows resize it, Enter rewrites a text, Delete hides it. Esc ends.</source>
        <translation>Klicka på en ram: pilarna flyttar den, Skift och pilar ändrar storlek, Enter skriver om en text, Delete döljer. Esc avslutar.</translation>
    </message>
    <message>
        <source>The frames stand where the template has them again.</source>
        <translation>Ramarna står där mallen har dem igen.</translation>
    </message>
    <message>
        <source>Kept: pages to come on this paper look so, too.</source>
        <translation>Behållet: kommande sidor på det här papperet ser också ut så.</translation>
    </message>
    <message>
        <source>TIFF picture with its place on the map (*.tif)</source>
        <translation>TIFF-bild med sitt läge på kartan (*.tif)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-teckning (*.svg)</translation>
    </message>
    <message>
        <source>This printer leaves a wider margin than the page: up to %1 mm of it would be cut off.</source>
        <translation>Skrivaren lämnar en bredare marginal än sidan: upp till %1 mm av den skulle klippas bort.</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>Skriv ut ändå</translation>
    </message>
    <message>
        <source>Making the picture…</source>
        <translation>Gör bilden&#xa0;…</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <comment>in the log: where a page went</comment>
        <translation>urklipp</translation>
    </message>
    <message>
        <source>on paper</source>
        <comment>in the log: where a page went</comment>
        <translation>på papper</translation>
    </message>
    <message>
        <source>Copied.</source>
        <comment>a picture, into the clipboard</comment>
        <translation>Kopierad.</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>PDF for the archive</source>
        <translation>PDF för arkivet</translation>
    </message>
    <message>
        <source>Prepared for PDF/A-2b. Check it with the archive&apos;s own tool before it is handed over.</source>
        <translation>Förberedd för PDF/A-2b. Kontrollera den med arkivets eget verktyg innan den lämnas in.</translation>
    </message>
    <message>
        <source>Page settings…</source>
        <translation>Sidinställningar&#xa0;…</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Kopiera som bild</translation>
    </message>
    <message>
        <source>Resolution of pictures</source>
        <translation>Bildernas upplösning</translation>
    </message>
</context>
<context>
    <name>hk::ui::ProductPanel</name>
    <message>
        <source>What to print</source>
        <translation>Vad ska skrivas ut</translation>
    </message>
    <message>
        <source>First hour</source>
        <translation>Första timmen</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Sista timmen</translation>
    </message>
    <message>
        <source>Where it starts</source>
        <translation>Där den börjar</translation>
    </message>
    <message>
        <source>Shift begins on</source>
        <translation>Passet börjar på</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timmar</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>The walk starts at</source>
        <translation>Vandringen börjar vid</translation>
    </message>
    <message>
        <source>and ends at</source>
        <translation>och slutar vid</translation>
    </message>
    <message>
        <source>Middle of the map</source>
        <translation>Kartans mitt</translation>
    </message>
    <message>
        <source>street or place</source>
        <translation>gata eller plats</translation>
    </message>
    <message>
        <source>There is no place of this name on the map.</source>
        <translation>Det finns ingen plats med det namnet på kartan.</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Rutor</translation>
    </message>
    <message>
        <source>The areas of the filter</source>
        <translation>Områdena i urvalet</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Gator</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Räknas i</translation>
    </message>
    <message>
        <source>Side of a square</source>
        <translation>Rutans sida</translation>
    </message>
</context>
<context>
    <name>hk::ui::ProfileDialog</name>
    <message>
        <source>Who works here</source>
        <translation>Vem som arbetar här</translation>
    </message>
    <message>
        <source>for example the municipality or its department</source>
        <translation>till exempel kommunen eller förvaltningen</translation>
    </message>
    <message>
        <source>Signs each change and each export in the log, at this workstation.</source>
        <translation>Undertecknar varje ändring och utlämnande i loggen, vid den här arbetsstationen.</translation>
    </message>
    <message>
        <source>Name or role</source>
        <translation>Namn eller roll</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>hk::ui::ReceiptBar</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>hk::ui::ReceiveDialog</name>
    <message>
        <source>Leave likely duplicates out</source>
        <translation>Utelämna troliga dubbletter</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öppna</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Ta emot</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Receive package</source>
        <translation>Ta emot paket</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>The package is encrypted. Write the passphrase that was agreed on with the sender.</source>
        <translation>Paketet är krypterat. Skriv den lösenfras som ni har kommit överens om med avsändaren.</translation>
    </message>
    <message>
        <source>Checking the package…</source>
        <translation>Kontrollerar paketet&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. This is what would happen:</source>
        <translation>Ingenting har ändrats än. Detta skulle hända:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new incident(s)</source>
        <translation>
            <numerusform>%Ln ny händelse</numerusform>
            <numerusform>%Ln nya händelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln received before and changed by the sender</source>
        <translation>
            <numerusform>%Ln mottagen förut och ändrad av avsändaren</numerusform>
            <numerusform>%Ln mottagna förut och ändrade av avsändaren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln received before and unchanged</source>
        <translation>
            <numerusform>%Ln mottagen förut och oförändrad</numerusform>
            <numerusform>%Ln mottagna förut och oförändrade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of this file itself, left as they are</source>
        <translation>
            <numerusform>%Ln ur den egna filen, lämnad som den är</numerusform>
            <numerusform>%Ln ur den egna filen, lämnade som de är</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln avvisad</numerusform>
            <numerusform>%Ln avvisade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely the same as one that is here (same category, within 100 m, at the same time)</source>
        <translation>
            <numerusform>%Ln trolig dubblett av en som finns här (samma kategori, inom 100 m, vid samma tid)</numerusform>
            <numerusform>%Ln troliga dubbletter av sådana som finns här (samma kategori, inom 100 m, vid samma tid)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them left out</source>
        <translation>
            <numerusform>%Ln av dem utelämnad</numerusform>
            <numerusform>%Ln av dem utelämnade</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>From %1, made %2.
Selection: %3. %4
Profile: %5</source>
        <comment>sender, time, period, filter, profile</comment>
        <translation>Från %1, gjort %2.
Urval: %3. %4
Profil: %5</translation>
    </message>
    <message>
        <source>Taken in:</source>
        <translation>Mottaget:</translation>
    </message>
    <message>
        <source>Take in &amp;without a copy</source>
        <translation>Ta emot &amp;utan kopia</translation>
    </message>
    <message>
        <source>Nothing has been taken in, because no backup copy of the file could be made first. Take in tries again. Without a copy it works as well: the log tells what each incident was before.</source>
        <translation>Inget har tagits emot, för det gick inte att göra någon säkerhetskopia av filen först. Ta emot försöker igen. Det går också utan kopia: loggen visar hur varje händelse var innan.</translation>
    </message>
</context>
<context>
    <name>hk::ui::ResultTableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>Show &amp;only this area</source>
        <translation>Visa &amp;bara detta område</translation>
    </message>
</context>
<context>
    <name>hk::ui::ResultView</name>
    <message numerus="yes">
        <source>%n more sentence(s)</source>
        <translation>
            <numerusform>%n mening till</numerusform>
            <numerusform>%n meningar till</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what the bars show, their unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Worked out with: %1</source>
        <translation>Beräknat med: %1</translation>
    </message>
</context>
<context>
    <name>hk::ui::RiskForm</name>
    <message>
        <source>Compared with</source>
        <translation>Jämfört med</translation>
    </message>
    <message>
        <source>homes</source>
        <translation>bostäder</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Utjämning</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Rutstorlek</translation>
    </message>
    <message>
        <source>Nothing said below</source>
        <translation>Inget sägs under</translation>
    </message>
    <message>
        <source>%1 of the densest</source>
        <translation>%1 av det tätaste</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density, the same for both</source>
        <translation>Bandbredd i kärndensiteten, samma för båda</translation>
    </message>
    <message>
        <source>Where there is almost nothing to compare with a single incident would look like a great risk</source>
        <translation>Där det knappt finns något att jämföra med skulle en enda händelse se ut som en stor risk</translation>
    </message>
    <message>
        <source>Choose a file of points to compare with, such as homes or passengers: with columns e and n, or lon and lat.</source>
        <translation>Välj en fil med punkter att jämföra med, till exempel bostäder eller resande: med kolumnerna e och n, eller lon och lat.</translation>
    </message>
</context>
<context>
    <name>hk::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Search place, address, coordinates, incident … (Ctrl+K)</source>
        <translation>Sök plats, adress, koordinater, händelse … (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>hk::ui::SearchModel</name>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>These coordinates are outside Sweden</source>
        <translation>Koordinaterna ligger utanför Sverige</translation>
    </message>
    <message>
        <source>%1, near %2</source>
        <translation>%1, nära %2</translation>
    </message>
    <message>
        <source>Only incidents in %1</source>
        <translation>Bara händelser i %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>hk::ui::SeriesBox</name>
    <message>
        <source>Pages also where nothing happened</source>
        <translation>Sidor också där inget hänt</translation>
    </message>
    <message>
        <source>Each hotspot</source>
        <translation>Varje hotspot</translation>
    </message>
    <message>
        <source>Each area</source>
        <translation>Varje område</translation>
    </message>
    <message>
        <source>Each stop</source>
        <translation>Varje hållplats</translation>
    </message>
    <message>
        <source>Each school</source>
        <translation>Varje skola</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>Varje månad</translation>
    </message>
    <message>
        <source> m</source>
        <translation>&#xa0;m</translation>
    </message>
    <message>
        <source>Most incidents first</source>
        <translation>Flest händelser först</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Efter namn</translation>
    </message>
    <message>
        <source>One page for</source>
        <translation>En sida för</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Counted within</source>
        <translation>Räknat inom</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Areas, each with a page</source>
        <translation>Områden, vart och ett med en sida</translation>
    </message>
    <message>
        <source>Areas (%1)</source>
        <translation>Områden (%1)</translation>
    </message>
    <message>
        <source>Without a file: those of the filter.</source>
        <translation>Utan fil: de som är valda i filtret.</translation>
    </message>
    <message>
        <source>%1 – another file…</source>
        <comment>name of a file</comment>
        <translation>%1 – en annan fil&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Välj en fil&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hk::ui::SheetList</name>
    <message>
        <source>Sheets</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Sheet %1: %2</source>
        <translation>Blad %1: %2</translation>
    </message>
</context>
<context>
    <name>hk::ui::SideBySide</name>
    <message>
        <source>%1
%2</source>
        <comment>period, number of incidents on the next line</comment>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>hk::ui::SmoothingSlider</name>
    <message>
        <source>Smoothing</source>
        <translation>Utjämning</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation>Bandbredd i kärndensitet</translation>
    </message>
</context>
<context>
    <name>hk::ui::StreetForm</name>
    <message>
        <source>Furthest from a street</source>
        <translation>Längst från en gata</translation>
    </message>
    <message>
        <source>Stretches in the table</source>
        <translation>Sträckor i tabellen</translation>
    </message>
    <message>
        <source>An incident belongs to its nearest street; further off it is left out and counted</source>
        <translation>En händelse hör till närmaste gata; längre bort utelämnas den och räknas</translation>
    </message>
</context>
<context>
    <name>hk::ui::TemplateButton</name>
    <message>
        <source>Templates</source>
        <translation>Mallar</translation>
    </message>
    <message>
        <source>A form filled in beforehand, kept in the file by its name</source>
        <translation>Ett formulär ifyllt på förhand, sparat med namn i filen</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Spara som mall&#xa0;…</translation>
    </message>
    <message>
        <source>Remove template</source>
        <translation>Ta bort mall</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Spara som mall</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
</context>
<context>
    <name>hk::ui::TimeForm</name>
    <message>
        <source>Uncertain times</source>
        <translation>Osäkra tider</translation>
    </message>
    <message>
        <source>The hour that holds most of the span</source>
        <translation>Timmen som rymmer mest av tiden</translation>
    </message>
    <message>
        <source>Shared over the hours of the span</source>
        <translation>Fördelas över timmarna</translation>
    </message>
    <message>
        <source>Test whether the hours really differ</source>
        <translation>Pröva om timmarna verkligen skiljer sig</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Jämfört med</translation>
    </message>
    <message>
        <source>An even week</source>
        <translation>En jämn vecka</translation>
    </message>
    <message>
        <source>The usual for the weekday and the hour</source>
        <translation>Det vanliga för veckodagen och timmen</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Blandas om</translation>
    </message>
    <message>
        <source>Whole days with their nights</source>
        <translation>Hela dygn med sina nätter</translation>
    </message>
    <message>
        <source>Single incidents</source>
        <translation>Enskilda händelser</translation>
    </message>
    <message>
        <source>Shared: aoristic weighting</source>
        <translation>Fördelas: aoristisk viktning</translation>
    </message>
    <message>
        <source>A night with many incidents may be one event: then it should count as one</source>
        <translation>En natt med många händelser kan vara ett och samma tillfälle: då ska den räknas som ett</translation>
    </message>
</context>
<context>
    <name>hk::ui::TimeInput</name>
    <message>
        <source>“%1” is not understood as a time. Write for example “yesterday 14–16” or “friday 18 – monday 07”.</source>
        <translation>”%1” går inte att förstå som en tid. Skriv till exempel ”igår 14–16” eller ”fredag 18 – måndag 07”.</translation>
    </message>
    <message>
        <source>(the first of the two: the clock goes back that night)</source>
        <translation>(den första av de två: klockan ställs om den natten)</translation>
    </message>
</context>
<context>
    <name>hk::ui::TimeStrip</name>
    <message>
        <source>Time strip</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>weekday, date, number of incidents</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Week %1, %2 – %3: %4</source>
        <comment>number of the week, first date, last date, number of incidents</comment>
        <translation>Vecka %1, %2 – %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>month or year, number of incidents</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No incidents to show over time</source>
        <translation>Inga händelser att visa över tid</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagar</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>veckor</translation>
    </message>
    <message>
        <source>months</source>
        <translation>månader</translation>
    </message>
    <message>
        <source>years</source>
        <translation>år</translation>
    </message>
    <message>
        <source>Chosen period: %1. Left and right move it, with Shift they move its end, Escape chooses the whole time.</source>
        <translation>Vald period: %1. Vänster och höger flyttar den, med Skift flyttar de slutet, Esc väljer hela tiden.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play the period along the time</source>
        <translation>Spela upp perioden över tid</translation>
    </message>
</context>
<context>
    <name>hk::ui::WeekHourGrid</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1, vald</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation>%1, inte vald</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Veckans timmar</translation>
    </message>
    <message>
        <source>%1 incidents</source>
        <comment>a number with one decimal</comment>
        <translation>%1 händelser</translation>
    </message>
    <message>
        <source>%1 %2–%3: %4</source>
        <comment>weekday, first hour, hour after, number of incidents</comment>
        <translation>%1 kl.&#xa0;%2–%3: %4</translation>
    </message>
</context>
<context>
    <name>hk::ui::WelcomePage</name>
    <message>
        <source>Log what happens, see where and when it gathers, and print the map for the meeting. Everything stays in one file of yours.</source>
        <translation>Skriv in det som händer, se var och när det samlas och skriv ut kartan till mötet. Allt stannar i en egen fil hos dig.</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Ny fil&#xa0;…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öppna&#xa0;…</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Öppna exempel</translation>
    </message>
    <message>
        <source>600 invented incidents around Mölndals bro</source>
        <translation>600 påhittade händelser kring Mölndals bro</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Senast använda</translation>
    </message>
</context>
<context>
    <name>hk::ui::WfsDialog</name>
    <message>
        <source>Connect</source>
        <translation>Anslut</translation>
    </message>
    <message>
        <source>Fetch and add</source>
        <translation>Hämta och lägg till</translation>
    </message>
    <message>
        <source>Connect WFS</source>
        <translation>Anslut WFS</translation>
    </message>
    <message>
        <source>only if the service asks for it</source>
        <translation>bara om tjänsten kräver det</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Lösenord</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Press Connect to ask the service anew.</source>
        <translation>Tryck på Anslut för att fråga tjänsten på nytt.</translation>
    </message>
    <message>
        <source>Asking the service what it has…</source>
        <translation>Frågar tjänsten vad den har&#xa0;…</translation>
    </message>
    <message>
        <source>The service has nothing to fetch.</source>
        <translation>Tjänsten har inget att hämta.</translation>
    </message>
    <message>
        <source>Asking how many there are…</source>
        <translation>Frågar hur många de är&#xa0;…</translation>
    </message>
    <message>
        <source>The service does not say how many there are. At most %1 are fetched.</source>
        <translation>Tjänsten säger inte hur många de är. Högst %1 hämtas.</translation>
    </message>
    <message>
        <source>%1 features, of which the first %2 are fetched.</source>
        <translation>%1 objekt, varav de första %2 hämtas.</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) will be fetched.</source>
        <translation>
            <numerusform>%n objekt kommer att hämtas.</numerusform>
            <numerusform>%n objekt kommer att hämtas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Hämtar&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) fetched…</source>
        <translation>
            <numerusform>%n objekt hämtat&#xa0;…</numerusform>
            <numerusform>%n objekt hämtade&#xa0;…</numerusform>
        </translation>
    </message>
    <message>
        <source>only if the service asks for it: apikey=…</source>
        <translation>bara om tjänsten kräver det: apikey=…</translation>
    </message>
    <message>
        <source>Kept in the computer&apos;s keyring, not in the incident file.</source>
        <translation>Sparas i datorns nyckelring, inte i händelsefilen.</translation>
    </message>
    <message>
        <source>Key in the address</source>
        <translation>Nyckel i adressen</translation>
    </message>
    <message>
        <source>Layers of the service</source>
        <translation>Tjänstens lager</translation>
    </message>
</context>
<context>
    <name>hk::ui::WindowActions</name>
    <message>
        <source>&amp;New file…</source>
        <translation>&amp;Ny fil&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öppna&#xa0;…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Öppna s&amp;enaste</translation>
    </message>
    <message>
        <source>Open sa&amp;mple</source>
        <translation>Öppna e&amp;xempel</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Spara en kopia&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importera&#xa0;…</translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation>Exportera &amp;PDF&#xa0;…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Skriv &amp;ut&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avsluta</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gör om</translation>
    </message>
    <message>
        <source>&amp;New incident</source>
        <translation>&amp;Ny händelse</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Ny händelse</translation>
    </message>
    <message>
        <source>New incident (Ctrl+N)</source>
        <translation>Ny händelse (Ctrl+N)</translation>
    </message>
    <message>
        <source>&amp;Change incident</source>
        <translation>Än&amp;dra händelse</translation>
    </message>
    <message>
        <source>&amp;Delete incident</source>
        <translation>&amp;Ta bort händelse</translation>
    </message>
    <message>
        <source>&amp;Find in texts</source>
        <translation>&amp;Hitta i texterna</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Sök</translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation>&amp;Rensa alla filter</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabell</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>&amp;Diagram</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneler</translation>
    </message>
    <message>
        <source>&amp;Map alone</source>
        <translation>Bara &amp;kartan</translation>
    </message>
    <message>
        <source>&amp;Reset window</source>
        <translation>Återställ &amp;fönster</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>&amp;Värmekarta</translation>
    </message>
    <message>
        <source>Heatmap: density of incidents (Ctrl+1)</source>
        <translation>Värmekarta: hur tätt händelserna ligger (Ctrl+1)</translation>
    </message>
    <message>
        <source>H&amp;otspots</source>
        <translation>&amp;Hotspots</translation>
    </message>
    <message>
        <source>Hotspots: areas where the density stands out (Ctrl+2)</source>
        <translation>Hotspots: områden där tätheten sticker ut (Ctrl+2)</translation>
    </message>
    <message>
        <source>&amp;Incidents</source>
        <translation>Hän&amp;delser</translation>
    </message>
    <message>
        <source>Incidents as symbols (Ctrl+3)</source>
        <translation>Händelser som symboler (Ctrl+3)</translation>
    </message>
    <message>
        <source>&amp;Lock colour scale</source>
        <translation>&amp;Lås färgskalan</translation>
    </message>
    <message>
        <source>The same colours for the same density when the selection changes</source>
        <translation>Samma färg för samma täthet när urvalet ändras</translation>
    </message>
    <message>
        <source>&amp;What does the heatmap mean?</source>
        <translation>V&amp;ad betyder värmekartan?</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zooma &amp;in</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zooma &amp;ut</translation>
    </message>
    <message>
        <source>To &amp;Mölndals bro</source>
        <translation>Till &amp;Mölndals bro</translation>
    </message>
    <message>
        <source>&amp;Draw area for the selection</source>
        <translation>&amp;Rita område för urvalet</translation>
    </message>
    <message>
        <source>&amp;Clear area</source>
        <translation>&amp;Ta bort området</translation>
    </message>
    <message>
        <source>&amp;About Händelsekartan</source>
        <translation>&amp;Om Händelsekartan</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Kortkommandon</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arkiv</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigera</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalys</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karta</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Verktygsfält</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Utseende</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Textst&amp;orlek</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>&amp;Utjämning</translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation>Bandbredd i kärndensitet</translation>
    </message>
    <message>
        <source>&amp;Cell size</source>
        <translation>&amp;Cellstorlek</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kärna</translation>
    </message>
    <message>
        <source>Hotspot &amp;limit</source>
        <translation>&amp;Gräns för hotspots</translation>
    </message>
    <message>
        <source>Hotspots &amp;within</source>
        <translation>Hotspots &amp;inom</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Som &amp;systemet</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ljust</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörkt</translation>
    </message>
    <message>
        <source>Quartic</source>
        <translation>Kvartisk</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussisk</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>Densest %1 of the cells</source>
        <translation>Tätaste %1 av cellerna</translation>
    </message>
    <message>
        <source>%1 of Mölndals bro</source>
        <translation>%1 från Mölndals bro</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>Printout Paper Printer</source>
        <comment>more words to find the command Print by</comment>
        <translation>Utskrift Papper Skrivare</translation>
    </message>
    <message>
        <source>Printout Save as PDF Report</source>
        <comment>more words to find the command Export PDF by</comment>
        <translation>Utskrift Spara som PDF Rapport</translation>
    </message>
    <message>
        <source>Import CSV Excel Load file</source>
        <comment>more words to find the command Import by</comment>
        <translation>Import CSV Excel Läs in fil</translation>
    </message>
    <message>
        <source>Reset filter</source>
        <comment>more words to find the command Clear all filters by</comment>
        <translation>Nollställ filter Rensa</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu, choice</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Theme Colours</source>
        <comment>more words to find the choice of the look by</comment>
        <translation>Tema Färger</translation>
    </message>
    <message>
        <source>&amp;Analyses</source>
        <translation>&amp;Analyser</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>Analyses: more to ask of the incidents (Ctrl+4)</source>
        <translation>Analyser: mer att fråga händelserna (Ctrl+4)</translation>
    </message>
    <message>
        <source>&amp;Compare side by side</source>
        <translation>&amp;Jämför sida vid sida</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Jämför</translation>
    </message>
    <message>
        <source>Compare two periods side by side (Ctrl+5)</source>
        <translation>Jämför två perioder sida vid sida (Ctrl+5)</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analys</translation>
    </message>
    <message>
        <source>Correct the density at the &amp;border of the area</source>
        <translation>Rätta tätheten vid områdets &amp;gräns</translation>
    </message>
    <message>
        <source>Near the border of the drawn area a part of each circle lies outside, where nothing is counted</source>
        <translation>Nära gränsen för det ritade området ligger en del av varje cirkel utanför, där inget räknas</translation>
    </message>
    <message>
        <source>New incident as &amp;this one</source>
        <translation>Ny händelse som d&amp;enna</translation>
    </message>
    <message>
        <source>Change the &amp;marked together…</source>
        <translation>Ändra de &amp;markerade tillsammans&#xa0;…</translation>
    </message>
    <message>
        <source>Make the marked &amp;one incident</source>
        <translation>&amp;För samman de markerade</translation>
    </message>
    <message>
        <source>Paste ro&amp;ws…</source>
        <translation>Klistra in &amp;rader&#xa0;…</translation>
    </message>
    <message>
        <source>Clipboard Excel Spreadsheet</source>
        <comment>more words to find the command Paste rows by</comment>
        <translation>Urklipp Excel Kalkylark</translation>
    </message>
</context>
<context>
    <name>hk::ui::WindowDocks</name>
    <message>
        <source>Selection</source>
        <translation>Urval</translation>
    </message>
    <message>
        <source>Time strip</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lager</translation>
    </message>
</context>
<context>
    <name>hk::ui::ZoneBox</name>
    <message>
        <source>Areas of a file…</source>
        <translation>Områden ur fil&#xa0;…</translation>
    </message>
    <message>
        <source>Choose areas by name in a file of boundaries, such as DeSO</source>
        <translation>Välj områden efter namn i en fil med gränser, som DeSO</translation>
    </message>
    <message>
        <source>Areas from a file</source>
        <translation>Områden ur en fil</translation>
    </message>
    <message>
        <source>Areas (*.gpkg *.geojson *.json *.shp *.kml);;All files (*)</source>
        <translation>Områden (*.gpkg *.geojson *.json *.shp *.kml);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>Namn ur</translation>
    </message>
    <message>
        <source>Find an area</source>
        <translation>Sök område</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Områden</translation>
    </message>
    <message>
        <source>Double-click for one area alone</source>
        <translation>Dubbelklicka för ett område för sig</translation>
    </message>
</context>
<context>
    <name>hk::workspace</name>
    <message>
        <source>Unnamed place</source>
        <translation>Plats utan namn</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place are not shown in the heatmap.</source>
        <translation>
            <numerusform>%Ln händelse utan exakt plats visas inte i värmekartan.</numerusform>
            <numerusform>%Ln händelser utan exakt plats visas inte i värmekartan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro are not shown in the heatmap.</source>
        <translation>
            <numerusform>%Ln händelse mer än 20&#xa0;km från Mölndals bro visas inte i värmekartan.</numerusform>
            <numerusform>%Ln händelser mer än 20&#xa0;km från Mölndals bro visas inte i värmekartan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln händelse som sträcker sig över en vecka eller mer har ingen timme på veckan och är utelämnad.</numerusform>
            <numerusform>%Ln händelser som sträcker sig över en vecka eller mer har ingen timme på veckan och är utelämnade.</numerusform>
        </translation>
    </message>
    <message>
        <source>sure %1</source>
        <comment>of a hotspot&apos;s place among the first five; %1: a percentage</comment>
        <translation>säker %1</translation>
    </message>
    <message>
        <source>The density is corrected at the border of the area.</source>
        <translation>Tätheten är rättad vid områdets gräns.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>layer, field that its colours follow</comment>
        <translation>%1 efter %2</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>utan värde</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>under %1</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 och över</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>limits of a class</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>others</source>
        <translation>övriga</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alla</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>lines of a legend that have no room</comment>
        <translation>
            <numerusform>… och %n till</numerusform>
            <numerusform>… och %n till</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n månad</numerusform>
            <numerusform>%n månader</numerusform>
        </translation>
    </message>
    <message>
        <source>all categories</source>
        <translation>alla kategorier</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>category, confidentiality</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Protocol of disposal</source>
        <translation>Gallringsprotokoll</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, organisation</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Utfört av</translation>
    </message>
    <message>
        <source>Incidents disposed of</source>
        <translation>Gallrade händelser</translation>
    </message>
    <message>
        <source>Of them deleted before</source>
        <translation>Varav borttagna sedan tidigare</translation>
    </message>
    <message>
        <source>Log entries whose values were replaced by hashes</source>
        <translation>Loggposter där värden ersatts av kontrollsummor</translation>
    </message>
    <message>
        <source>Backup copies that hold them are gone by</source>
        <translation>Säkerhetskopior som har dem är borta senast</translation>
    </message>
    <message>
        <source>Last hash of the log</source>
        <translation>Loggens senaste kontrollsumma</translation>
    </message>
    <message>
        <source>What was disposed of</source>
        <translation>Det som gallrades</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Sekretess</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>Gällande regler</translation>
    </message>
    <message>
        <source>For</source>
        <translation>För</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>The file was built anew afterwards: nothing of what was disposed of is in its bytes.</source>
        <translation>Filen byggdes om efteråt: inget av det gallrade finns kvar i dess bytes.</translation>
    </message>
    <message>
        <source>Another program had the file open. Its freed bytes are cleaned when it is opened next.</source>
        <translation>Ett annat program hade filen öppen. Frigjorda bytes rensas när den öppnas nästa gång.</translation>
    </message>
    <message>
        <source>An incident with a date of disposal of its own was disposed of by that date, whatever the rules say.</source>
        <translation>En händelse med eget gallringsdatum har gallrats efter det, vad reglerna än säger.</translation>
    </message>
    <message>
        <source>N %1, E %2</source>
        <comment>northing and easting</comment>
        <translation>N %1, E %2</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>en kontur</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Insats</translation>
    </message>
    <message>
        <source>Doubled hour of October</source>
        <translation>Oktobers dubbla timme</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Urval</translation>
    </message>
    <message>
        <source>Of the deleted ones</source>
        <translation>Av de borttagna</translation>
    </message>
    <message>
        <source>Entries of the log</source>
        <translation>Loggens poster</translation>
    </message>
    <message>
        <source>Backup copies gone by</source>
        <translation>Säkerhetskopior borta senast</translation>
    </message>
    <message>
        <source>Further source</source>
        <translation>Ytterligare källa</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Bilaga</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Logged</source>
        <comment>entry of the log: a new incident</comment>
        <translation>Inlagd</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>entry of the log</comment>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>entry of the log</comment>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>entry of the log: a deleted incident</comment>
        <translation>Återtagen</translation>
    </message>
    <message>
        <source>Exported</source>
        <comment>entry of the log</comment>
        <translation>Utlämnad</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <comment>entry of the log</comment>
        <translation>Gallrad</translation>
    </message>
    <message>
        <source>another program</source>
        <comment>who changed</comment>
        <translation>ett annat program</translation>
    </message>
    <message>
        <source>The values have been disposed of.</source>
        <translation>Värdena har gallrats.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value before and after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tomt)</translation>
    </message>
    <message>
        <source>Entry %1 has been altered. Nothing after it can be relied on; compare with a backup copy.</source>
        <translation>Post %1 har ändrats. Det som kommer efter går inte att lita på; jämför med en säkerhetskopia.</translation>
    </message>
    <message>
        <source>Entry %1 has been removed. Nothing after it can be relied on; compare with a backup copy.</source>
        <translation>Post %1 har tagits bort. Det som kommer efter går inte att lita på; jämför med en säkerhetskopia.</translation>
    </message>
    <message>
        <source>Entry %1 has been put in afterwards. Nothing after it can be relied on; compare with a backup copy.</source>
        <translation>Post %1 har skjutits in i efterhand. Det som kommer efter går inte att lita på; jämför med en säkerhetskopia.</translation>
    </message>
    <message>
        <source>The hash of entry %1 cannot be read. Nothing after it can be relied on; compare with a backup copy.</source>
        <translation>Kontrollsumman för post %1 går inte att läsa. Det som kommer efter går inte att lita på; jämför med en säkerhetskopia.</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %Ln entries, none altered or removed.</source>
        <translation>
            <numerusform>Loggen är hel: %Ln post, inte ändrad.</numerusform>
            <numerusform>Loggen är hel: %Ln poster, ingen ändrad eller borttagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were made by other programs.</source>
        <translation>
            <numerusform>%Ln gjordes av ett annat program.</numerusform>
            <numerusform>%Ln gjordes av andra program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are older than the chain.</source>
        <translation>
            <numerusform>%Ln är äldre än kedjan.</numerusform>
            <numerusform>%Ln är äldre än kedjan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The values of %Ln have been disposed of.</source>
        <translation>
            <numerusform>Värdena i %Ln har gallrats.</numerusform>
            <numerusform>Värdena i %Ln har gallrats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from other programs are not chained yet.</source>
        <translation>
            <numerusform>%Ln från ett annat program är inte kedjad än.</numerusform>
            <numerusform>%Ln från andra program är inte kedjade än.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>Utifrån</translation>
    </message>
    <message>
        <source>Map page</source>
        <translation>Kartsida</translation>
    </message>
    <message>
        <source>Copy of the whole file</source>
        <translation>Kopia av hela filen</translation>
    </message>
    <message>
        <source>Result of an analysis</source>
        <translation>Resultat av en analys</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Loggen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, partner</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A search for words, which are not kept.</source>
        <translation>En sökning på ord, som inte sparas.</translation>
    </message>
</context>
<context>
    <name>hk::workspace::Layers</name>
    <message numerus="yes">
        <source>Add %n layer(s)</source>
        <translation>
            <numerusform>Lägg till %n lager</numerusform>
            <numerusform>Lägg till %n lager</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the layer %1</source>
        <translation>Ta bort lagret %1</translation>
    </message>
    <message>
        <source>Reorder layers</source>
        <translation>Ändra lagrens ordning</translation>
    </message>
    <message>
        <source>Show the layer %1</source>
        <translation>Visa lagret %1</translation>
    </message>
    <message>
        <source>Hide the layer %1</source>
        <translation>Dölj lagret %1</translation>
    </message>
</context>
<context>
    <name>hk::workspace::Workspace</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Ny händelse</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>händelsen</translation>
    </message>
    <message>
        <source>Change incident</source>
        <translation>Ändra händelse</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n incident(s)</source>
        <translation>
            <numerusform>Ta bort %n händelse</numerusform>
            <numerusform>Ta bort %n händelser</numerusform>
        </translation>
    </message>
</context>
</TS>
