<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>IncidentDifference</name>
    <message numerus="yes">
        <source>%Ln corners</source>
        <translation>
            <numerusform>%Ln corner</numerusform>
            <numerusform>%Ln corners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::methods</name>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place are left out.</source>
        <translation>
            <numerusform>%Ln incident without an exact place is left out.</numerusform>
            <numerusform>%Ln incidents without an exact place are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln incident spanning a week or more has no hour of the week and is left out.</numerusform>
            <numerusform>%Ln incidents spanning a week or more have no hour of the week and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the file could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln row of the file could not be read and is left out.</numerusform>
            <numerusform>%Ln rows of the file could not be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too few to say: %Ln incident(s) in the later period, and at least %1 are needed.</source>
        <translation>
            <numerusform>Too few to say: %Ln incident in the later period, and at least %1 are needed.</numerusform>
            <numerusform>Too few to say: %Ln incidents in the later period, and at least %1 are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln incident(s) in the period the map is made of.</source>
        <translation>
            <numerusform>Only %Ln incident in the period the map is made of.</numerusform>
            <numerusform>Only %Ln incidents in the period the map is made of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln cell(s) are alike and share the last places.</source>
        <translation>
            <numerusform>%1: %Ln cell is alike and shares the last places.</numerusform>
            <numerusform>%1: %Ln cells are alike and share the last places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) outside the study area are left out.</source>
        <translation>
            <numerusform>%Ln incident outside the study area is left out.</numerusform>
            <numerusform>%Ln incidents outside the study area are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The study area has only %Ln cell(s): the levels are rough.</source>
        <translation>
            <numerusform>The study area has only %Ln cell: the levels are rough.</numerusform>
            <numerusform>The study area has only %Ln cells: the levels are rough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not corrected: of %Ln cell(s) about %1 would stand out at the %2 level by chance alone.</source>
        <translation>
            <numerusform>Not corrected: of %Ln cell about %1 would stand out at the %2 level by chance alone.</numerusform>
            <numerusform>Not corrected: of %Ln cells about %1 would stand out at the %2 level by chance alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Around the incidents: %Ln cell(s)</source>
        <translation>
            <numerusform>Around the incidents: %Ln cell</numerusform>
            <numerusform>Around the incidents: %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Study area: %Ln cell(s)</source>
        <translation>
            <numerusform>Study area: %Ln cell</numerusform>
            <numerusform>Study area: %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln redraw(s), seed %1</source>
        <translation>
            <numerusform>%Ln redraw, seed %1</numerusform>
            <numerusform>%Ln redraws, seed %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stand(s) out; the first is %1 with %2.</source>
        <translation>
            <numerusform>%Ln place stands out: %1 with %2.</numerusform>
            <numerusform>%Ln places stand out; the first is %1 with %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stay(s) among the first five in at least %1 of the redraws.</source>
        <translation>
            <numerusform>%Ln place stays among the first five in at least %1 of the redraws.</numerusform>
            <numerusform>%Ln places stay among the first five in at least %1 of the redraws.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the first five stay(s) there in fewer than half of the redraws: its rank may be chance.</source>
        <translation>
            <numerusform>%Ln of the first five stays there in fewer than half of the redraws: its rank may be chance.</numerusform>
            <numerusform>%Ln of the first five stay there in fewer than half of the redraws: their ranks may be chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Half of the incidents near streets lie along %Ln piece(s), %1 of all pieces.</source>
        <translation>
            <numerusform>Half of the incidents near streets lie along %Ln piece, %1 of all pieces.</numerusform>
            <numerusform>Half of the incidents near streets lie along %Ln pieces, %1 of all pieces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) with no named street within %1 m are left out.</source>
        <translation>
            <numerusform>%Ln incident with no named street within %1 m is left out.</numerusform>
            <numerusform>%Ln incidents with no named street within %1 m are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro are left out.</source>
        <translation>
            <numerusform>%Ln incident more than 20 km from Mölndals bro is left out.</numerusform>
            <numerusform>%Ln incidents more than 20 km from Mölndals bro are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incidents per km² in %Ln day(s)</source>
        <translation>
            <numerusform>incidents per km² in %Ln day</numerusform>
            <numerusform>incidents per km² in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place, or too far away, are in the totals but not on the map.</source>
        <translation>
            <numerusform>%Ln incident without an exact place, or too far away, is in the totals but not on the map.</numerusform>
            <numerusform>%Ln incidents without an exact place, or too far away, are in the totals but not on the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln cell(s) there are too few incidents to say.</source>
        <translation>
            <numerusform>In %Ln cell there are too few incidents to say.</numerusform>
            <numerusform>In %Ln cells there are too few incidents to say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln incident(s) lie within the bandwidth of the highest place.</source>
        <translation>
            <numerusform>Only %Ln incident lies within the bandwidth of the highest place.</numerusform>
            <numerusform>Only %Ln incidents lie within the bandwidth of the highest place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more band(s) differ; see the table.</source>
        <translation>
            <numerusform>%Ln more band differs; see the table.</numerusform>
            <numerusform>%Ln more bands differ; see the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) have no single hour with more than half of their span and are not counted by hour; share their spans to count them.</source>
        <translation>
            <numerusform>%Ln incident has no single hour with more than half of its span and is not counted by hour; share its span to count it.</numerusform>
            <numerusform>%Ln incidents have no single hour with more than half of their span and are not counted by hour; share their spans to count them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) span more than a day, and say little of the hour.</source>
        <translation>
            <numerusform>%Ln incident spans more than a day, and says little of the hour.</numerusform>
            <numerusform>%Ln incidents span more than a day, and say little of the hour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an hour of their own are left out of the test.</source>
        <translation>
            <numerusform>%Ln incident without an hour of its own is left out of the test.</numerusform>
            <numerusform>%Ln incidents without an hour of their own are left out of the test.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incidents lie on only %Ln day(s), too few to tell hours apart.</source>
        <translation>
            <numerusform>Incidents lie on only %Ln day, too few to tell hours apart.</numerusform>
            <numerusform>Incidents lie on only %Ln days, too few to tell hours apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change in the target area cannot be told from that in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The change in the target area cannot be told from that in the control area: %Ln fewer incident (95% interval %1).</numerusform>
            <numerusform>The change in the target area cannot be told from that in the control area: %Ln fewer incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change in the target area cannot be told from that in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The change in the target area cannot be told from that in the control area: %Ln more incident (95% interval %1).</numerusform>
            <numerusform>The change in the target area cannot be told from that in the control area: %Ln more incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decrease in the target area is larger than in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The decrease in the target area is larger than in the control area: %Ln fewer incident (95% interval %1).</numerusform>
            <numerusform>The decrease in the target area is larger than in the control area: %Ln fewer incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The increase in the target area is smaller than in the control area: %Ln fewer incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The increase in the target area is smaller than in the control area: %Ln fewer incident (95% interval %1).</numerusform>
            <numerusform>The increase in the target area is smaller than in the control area: %Ln fewer incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decrease in the target area is smaller than in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The decrease in the target area is smaller than in the control area: %Ln more incident (95% interval %1).</numerusform>
            <numerusform>The decrease in the target area is smaller than in the control area: %Ln more incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The increase in the target area is larger than in the control area: %Ln more incident(s) (95% interval %1).</source>
        <translation>
            <numerusform>The increase in the target area is larger than in the control area: %Ln more incident (95% interval %1).</numerusform>
            <numerusform>The increase in the target area is larger than in the control area: %Ln more incidents (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) more (95% interval %1): some may have moved there.</source>
        <translation>
            <numerusform>In the buffer area there was %Ln incident more (95% interval %1): it may have moved there.</numerusform>
            <numerusform>In the buffer area there were %Ln incidents more (95% interval %1): some may have moved there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area, too, there were %Ln incident(s) fewer (95% interval %1): the effect may have spread there.</source>
        <translation>
            <numerusform>In the buffer area, too, there was %Ln incident fewer (95% interval %1): the effect may have spread there.</numerusform>
            <numerusform>In the buffer area, too, there were %Ln incidents fewer (95% interval %1): the effect may have spread there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the buffer area there were %Ln incident(s) fewer (95% interval %1).</source>
        <translation>
            <numerusform>With the buffer area there was %Ln incident fewer (95% interval %1).</numerusform>
            <numerusform>With the buffer area there were %Ln incidents fewer (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the buffer area there were %Ln incident(s) more (95% interval %1).</source>
        <translation>
            <numerusform>With the buffer area there was %Ln incident more (95% interval %1).</numerusform>
            <numerusform>With the buffer area there were %Ln incidents more (95% interval %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) lie in several areas and are counted in the first of them.</source>
        <translation>
            <numerusform>%Ln incident lies in several areas and is counted in the first of them.</numerusform>
            <numerusform>%Ln incidents lie in several areas and are counted in the first of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This rests on only %Ln pair(s) of incidents.</source>
        <translation>
            <numerusform>This rests on only %Ln pair of incidents.</numerusform>
            <numerusform>This rests on only %Ln pairs of incidents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are compared.</source>
        <translation>
            <numerusform>%Ln incident is compared.</numerusform>
            <numerusform>%Ln incidents are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) whose day is not known well enough are left out.</source>
        <translation>
            <numerusform>%Ln incident whose day is not known well enough is left out.</numerusform>
            <numerusform>%Ln incidents whose day is not known well enough are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) fewer than before; without a control of its own it cannot be said whether that is more than elsewhere.</source>
        <translation>
            <numerusform>In the buffer area there was %Ln incident fewer than before; without a control of its own it cannot be said whether that is more than elsewhere.</numerusform>
            <numerusform>In the buffer area there were %Ln incidents fewer than before; without a control of its own it cannot be said whether that is more than elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the buffer area there were %Ln incident(s) more than before; without a control of its own it cannot be said whether any moved there.</source>
        <translation>
            <numerusform>In the buffer area there was %Ln incident more than before; without a control of its own it cannot be said whether any moved there.</numerusform>
            <numerusform>In the buffer area there were %Ln incidents more than before; without a control of its own it cannot be said whether any moved there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is only %1 higher within %2 m for %Ln day(s) (%3): hardly of practical weight.</source>
        <comment>percentage, metres, p</comment>
        <translation>
            <numerusform>After an incident the risk is only %1 higher within %2 m for %Ln day (%3): hardly of practical weight.</numerusform>
            <numerusform>After an incident the risk is only %1 higher within %2 m for %Ln days (%3): hardly of practical weight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is %1 times higher at the same place for %Ln day(s) (%2).</source>
        <comment>times, p</comment>
        <translation>
            <numerusform>After an incident the risk is %1 times higher at the same place for %Ln day (%2).</numerusform>
            <numerusform>After an incident the risk is %1 times higher at the same place for %Ln days (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an incident the risk is %1 times higher within %2 m for %Ln day(s) (%3).</source>
        <comment>times, metres, p</comment>
        <translation>
            <numerusform>After an incident the risk is %1 times higher within %2 m for %Ln day (%3).</numerusform>
            <numerusform>After an incident the risk is %1 times higher within %2 m for %Ln days (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln day(s) it is felt out to %1 m.</source>
        <comment>metres</comment>
        <translation>
            <numerusform>For %Ln day it is felt out to %1 m.</numerusform>
            <numerusform>For %Ln days it is felt out to %1 m.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the same place it is felt for %Ln day(s).</source>
        <translation>
            <numerusform>At the same place it is felt for %Ln day.</numerusform>
            <numerusform>At the same place it is felt for %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Within %1 m it is felt for %Ln day(s).</source>
        <comment>metres</comment>
        <translation>
            <numerusform>Within %1 m it is felt for %Ln day.</numerusform>
            <numerusform>Within %1 m it is felt for %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) are hot, at the %1 level or above; the hottest, at the %2 level, lies at %3.</source>
        <translation>
            <numerusform>%Ln area is hot, at the %1 level or above; its hottest part, at the %2 level, lies at %3.</numerusform>
            <numerusform>%Ln areas are hot, at the %1 level or above; the hottest, at the %2 level, lies at %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) are cold, at the %1 level or above: fewer incidents lie there than an even spread would put there.</source>
        <translation>
            <numerusform>%Ln area is cold, at the %1 level or above: fewer incidents lie there than an even spread would put there.</numerusform>
            <numerusform>%Ln areas are cold, at the %1 level or above: fewer incidents lie there than an even spread would put there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln unit(s) of “%1” lie within the bandwidth of the highest place: so high a number says little.</source>
        <translation>
            <numerusform>Only %Ln unit of “%1” lies within the bandwidth of the highest place: so high a number says little.</numerusform>
            <numerusform>Only %Ln units of “%1” lie within the bandwidth of the highest place: so high a number says little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) lie where there is too little of “%1” to say anything.</source>
        <translation>
            <numerusform>%Ln incident lies where there is too little of “%1” to say anything.</numerusform>
            <numerusform>%Ln incidents lie where there is too little of “%1” to say anything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of “%1” could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln row of “%1” could not be read and is left out.</numerusform>
            <numerusform>%Ln rows of “%1” could not be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The largest: %Ln incident(s)</source>
        <translation>
            <numerusform>The largest: %Ln incident</numerusform>
            <numerusform>The largest: %Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln area(s) the rate rests on fewer than 10 incidents and says little.</source>
        <translation>
            <numerusform>In %Ln area the rate rests on fewer than 10 incidents and says little.</numerusform>
            <numerusform>In %Ln areas the rate rests on fewer than 10 incidents and says little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) have 1 to 4 incidents: hide small numbers before this is shown to others, since they may point out somebody.</source>
        <translation>
            <numerusform>%Ln area has 1 to 4 incidents: hide small numbers before this is shown to others, since they may point out somebody.</numerusform>
            <numerusform>%Ln areas have 1 to 4 incidents: hide small numbers before this is shown to others, since they may point out somebody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counts below %1 are hidden, and with them what they could be worked out from: %Ln area(s).</source>
        <translation>
            <numerusform>Counts below %1 are hidden, and with them what they could be worked out from: %Ln area.</numerusform>
            <numerusform>Counts below %1 are hidden, and with them what they could be worked out from: %Ln areas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) have nothing to divide by and no rate.</source>
        <translation>
            <numerusform>%Ln area has nothing to divide by and no rate.</numerusform>
            <numerusform>%Ln areas have nothing to divide by and no rate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of what is divided by name an area that is not there.</source>
        <translation>
            <numerusform>%Ln row of what is divided by names an area that is not there.</numerusform>
            <numerusform>%Ln rows of what is divided by name areas that are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of what is divided by could not be used.</source>
        <translation>
            <numerusform>%Ln row of what is divided by could not be used.</numerusform>
            <numerusform>%Ln rows of what is divided by could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) stand for several areas each, which are counted together.</source>
        <translation>
            <numerusform>%Ln name stands for several areas, which are counted together.</numerusform>
            <numerusform>%Ln names stand for several areas each, which are counted together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln area(s) of the file cross their own border; what lies inside is decided by the even-odd rule.</source>
        <translation>
            <numerusform>%Ln area of the file crosses its own border; what lies inside is decided by the even-odd rule.</numerusform>
            <numerusform>%Ln areas of the file cross their own border; what lies inside is decided by the even-odd rule.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the file of areas have no area and are passed over.</source>
        <translation>
            <numerusform>%Ln row of the file of areas has no area and is passed over.</numerusform>
            <numerusform>%Ln rows of the file of areas have no area and are passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::models::LayerModel</name>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n feature</numerusform>
            <numerusform>%n features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::paper</name>
    <message numerus="yes">
        <source>… and %Ln more row(s)</source>
        <comment>rows of a table that have no room</comment>
        <translation>
            <numerusform>… and %Ln more row</numerusform>
            <numerusform>… and %Ln more rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::report</name>
    <message numerus="yes">
        <source>%Ln incident(s) of the selection lie outside this map.</source>
        <translation>
            <numerusform>%Ln incident of the selection lies outside this map.</numerusform>
            <numerusform>%Ln incidents of the selection lie outside this map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <comment>the number of those selected, of all</comment>
        <translation>
            <numerusform>%1 of %Ln incident</numerusform>
            <numerusform>%1 of %Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>hotspots that have no room</comment>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of other kinds</source>
        <comment>incidents of categories that have no room</comment>
        <translation>
            <numerusform>%Ln of another kind</numerusform>
            <numerusform>%Ln of other kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before that %1 a fortnight on average (%2 in %Ln fortnight(s)).</source>
        <translation>
            <numerusform>Before that %1 a fortnight on average (%2 in %Ln fortnight).</numerusform>
            <numerusform>Before that %1 a fortnight on average (%2 in %Ln fortnights).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 places were asked for; the incidents of the shift gather in %Ln.</source>
        <translation>
            <numerusform>%1 places were asked for; the incidents of the shift gather in %Ln.</numerusform>
            <numerusform>%1 places were asked for; the incidents of the shift gather in %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s) of the shift happened at none of these places.</source>
        <translation>
            <numerusform>%1 of %Ln incident of the shift happened at none of these places.</numerusform>
            <numerusform>%1 of %Ln incidents of the shift happened at none of these places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place can be in no hotspot.</source>
        <translation>
            <numerusform>%Ln incident without an exact place can be in no hotspot.</numerusform>
            <numerusform>%Ln incidents without an exact place can be in no hotspot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro can be in no hotspot.</source>
        <translation>
            <numerusform>%Ln incident more than 20 km from Mölndals bro can be in no hotspot.</numerusform>
            <numerusform>%Ln incidents more than 20 km from Mölndals bro can be in no hotspot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln incident spanning a week or more has no hour of the week and is left out.</numerusform>
            <numerusform>%Ln incidents spanning a week or more have no hour of the week and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more area(s) with fewer incidents stand on the map only.</source>
        <translation>
            <numerusform>%Ln more area with fewer incidents stands on the map only.</numerusform>
            <numerusform>%Ln more areas with fewer incidents stand on the map only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) by area and category are not told: they are below %1, or are left out so that one below %1 cannot be worked out from the others and the totals.</source>
        <translation>
            <numerusform>%Ln count by area and category is not told: it is below %1, or is left out so that one below %1 cannot be worked out from the others and the totals.</numerusform>
            <numerusform>%Ln counts by area and category are not told: they are below %1, or are left out so that one below %1 cannot be worked out from the others and the totals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the selection are linked to %Ln intervention(s).</source>
        <comment>how many incidents</comment>
        <translation>
            <numerusform>%1 of the selection are linked to %Ln intervention.</numerusform>
            <numerusform>%1 of the selection are linked to %Ln interventions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>rows of a table put together</comment>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln day(s): %2 a day on average.</source>
        <comment>how many incidents</comment>
        <translation>
            <numerusform>%1 in %Ln day: %2 a day on average.</numerusform>
            <numerusform>%1 in %Ln days: %2 a day on average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more category(s) have changed with certainty; see the table.</source>
        <translation>
            <numerusform>%Ln more category has changed with certainty; see the table.</numerusform>
            <numerusform>%Ln more categories have changed with certainty; see the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln category(s) there are too few to say whether they have changed.</source>
        <translation>
            <numerusform>Of %Ln category there are too few to say whether it has changed.</numerusform>
            <numerusform>Of %Ln categories there are too few to say whether they have changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First among %Ln hotspot(s): %1 (%2).</source>
        <comment>a place, what is known of it</comment>
        <translation>
            <numerusform>First and only among %Ln hotspot: %1 (%2).</numerusform>
            <numerusform>First among %Ln hotspots: %1 (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s) have reported; most of it %1: %2 of %3.</source>
        <comment>an organisation, its share, all incidents</comment>
        <translation>
            <numerusform>%Ln organisation has reported; most of it %1: %2 of %3.</numerusform>
            <numerusform>%Ln organisations have reported; most of it %1: %2 of %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) have no hour of their own, because they are known only to a longer span; they are not in the figures by hour.</source>
        <translation>
            <numerusform>%Ln incident has no hour of its own, because it is known only to a longer span; it is not in the figures by hour.</numerusform>
            <numerusform>%Ln incidents have no hour of their own, because they are known only to a longer span; they are not in the figures by hour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no hour of their own</source>
        <comment>what a chart leaves out</comment>
        <translation>
            <numerusform>%Ln has no hour of its own</numerusform>
            <numerusform>%Ln have no hour of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) may have happened in one hour or another.</source>
        <translation>
            <numerusform>%Ln incident may have happened in one hour or another.</numerusform>
            <numerusform>%Ln incidents may have happened in one hour or another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other categories</source>
        <translation>
            <numerusform>%Ln other category</numerusform>
            <numerusform>%Ln other categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::text</name>
    <message numerus="yes">
        <source>Category: %1.</source>
        <comment>one or several</comment>
        <translation>
            <numerusform>Category: %1.</numerusform>
            <numerusform>Categories: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s).</source>
        <translation>
            <numerusform>%Ln organisation.</numerusform>
            <numerusform>%Ln organisations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation: %1.</source>
        <comment>one or several</comment>
        <translation>
            <numerusform>Organisation: %1.</numerusform>
            <numerusform>Organisations: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation>
            <numerusform>%Ln incident</numerusform>
            <numerusform>%Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) of the week</source>
        <translation>
            <numerusform>%Ln hour of the week</numerusform>
            <numerusform>%Ln hours of the week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln area(s).</source>
        <comment>a set of areas, how many</comment>
        <translation>
            <numerusform>%1: %Ln area.</numerusform>
            <numerusform>%1: %Ln areas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) marked internal are left out.</source>
        <translation>
            <numerusform>%Ln incident marked internal is left out.</numerusform>
            <numerusform>%Ln incidents marked internal are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are of categories that the agreement does not name.</source>
        <translation>
            <numerusform>%Ln incident is of a category that the agreement does not name.</numerusform>
            <numerusform>%Ln incidents are of categories that the agreement does not name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) marked for partners lie at the midpoint of a cell; their radius says how exact that is.</source>
        <translation>
            <numerusform>%Ln incident marked for partners lies at the midpoint of a cell; its radius says how exact that is.</numerusform>
            <numerusform>%Ln incidents marked for partners lie at the midpoint of a cell; their radius says how exact that is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The free text of %Ln incident(s) is left out: only what is marked public is given.</source>
        <translation>
            <numerusform>The free text of %Ln incident is left out: only what is marked public is given.</numerusform>
            <numerusform>The free text of %Ln incidents is left out: only what is marked public is given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln count(s) below %1 are not shown.</source>
        <translation>
            <numerusform>%Ln count below %1 is not shown.</numerusform>
            <numerusform>%Ln counts below %1 are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other count(s) are not shown either, because the small ones could be worked out from them and the totals.</source>
        <translation>
            <numerusform>%Ln other count is not shown either, because the small ones could be worked out from them and the totals.</numerusform>
            <numerusform>%Ln other counts are not shown either, because the small ones could be worked out from them and the totals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) outside, or whose place is not known exactly enough, stand in a row of their own.</source>
        <translation>
            <numerusform>%Ln incident outside, or whose place is not known exactly enough, stands in a row of their own.</numerusform>
            <numerusform>%Ln incidents outside, or whose place is not known exactly enough, stand in a row of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 counted in %Ln row(s).</source>
        <comment>how many incidents, in how many areas</comment>
        <translation>
            <numerusform>%1 counted in %Ln row.</numerusform>
            <numerusform>%1 counted in %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::AreaFileBox</name>
    <message numerus="yes">
        <source>%1, %Ln area(s)</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%1, %Ln area</numerusform>
            <numerusform>%1, %Ln areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::AttachmentBox</name>
    <message numerus="yes">
        <source>Add %n attachment(s)</source>
        <translation>
            <numerusform>Add %n attachment</numerusform>
            <numerusform>Add %n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::BackupDialog</name>
    <message numerus="yes">
        <source>%Ln new since then: would be deleted, and can be taken back</source>
        <translation>
            <numerusform>%Ln new since then: would be deleted, and can be taken back</numerusform>
            <numerusform>%Ln new since then: would be deleted, and can be taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed since then: would be as they were</source>
        <translation>
            <numerusform>%Ln changed since then: would be as it was</numerusform>
            <numerusform>%Ln changed since then: would be as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted since then: would be there again</source>
        <translation>
            <numerusform>%Ln deleted since then: would be there again</numerusform>
            <numerusform>%Ln deleted since then: would be there again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are the same.</source>
        <translation>
            <numerusform>%Ln incident is the same.</numerusform>
            <numerusform>%Ln incidents are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have been disposed of since and stay away.</source>
        <translation>
            <numerusform>%Ln has been disposed of since and stays away.</numerusform>
            <numerusform>%Ln have been disposed of since and stay away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further source(s) and attachment(s) taken away or moved since then: would be there again</source>
        <translation>
            <numerusform>%Ln further source or attachment taken away or moved since then: would be there again</numerusform>
            <numerusform>%Ln further sources and attachments taken away or moved since then: would be there again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further source(s) and attachment(s) added since then: would be taken away</source>
        <translation>
            <numerusform>%Ln further source or attachment added since then: would be taken away</numerusform>
            <numerusform>%Ln further sources and attachments added since then: would be taken away</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::BulkChangeDialog</name>
    <message numerus="yes">
        <source>Change %Ln incident(s)</source>
        <translation>
            <numerusform>Change %Ln incident</numerusform>
            <numerusform>Change %Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::DisposalDialog</name>
    <message numerus="yes">
        <source>Dispose of %Ln incident(s)…</source>
        <translation>
            <numerusform>Dispose of %Ln incident…</numerusform>
            <numerusform>Dispose of %Ln incidents…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are due.</source>
        <translation>
            <numerusform>%Ln incident is due.</numerusform>
            <numerusform>%Ln incidents are due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %Ln incident(s) for good?</source>
        <translation>
            <numerusform>Dispose of %Ln incident for good?</numerusform>
            <numerusform>Dispose of %Ln incidents for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They go from the file, from the deleted ones and from the log, and within %Ln days from the backup copies. It cannot be undone.</source>
        <translation>
            <numerusform>They go from the file, from the deleted ones and from the log, and within %Ln day from the backup copies. It cannot be undone.</numerusform>
            <numerusform>They go from the file, from the deleted ones and from the log, and within %Ln days from the backup copies. It cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %Ln</source>
        <translation>
            <numerusform>Dispose of %Ln</numerusform>
            <numerusform>Dispose of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) disposed of. Backup copies that hold them are gone by %1.</source>
        <translation>
            <numerusform>%Ln incident disposed of. Backup copies that hold it are gone by %1.</numerusform>
            <numerusform>%Ln incidents disposed of. Backup copies that hold them are gone by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::DuplicateCard</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more like it</source>
        <translation>
            <numerusform>and %Ln more like it</numerusform>
            <numerusform>and %Ln more like it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::EditController</name>
    <message numerus="yes">
        <source>%Ln incident(s) deleted.</source>
        <translation>
            <numerusform>%Ln incident deleted.</numerusform>
            <numerusform>%Ln incidents deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added as a source: %Ln source(s) of that incident.</source>
        <translation>
            <numerusform>Added as a source: %Ln source of that incident.</numerusform>
            <numerusform>Added as a source: %Ln sources of that incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n incident(s)</source>
        <translation>
            <numerusform>Change %n incident</numerusform>
            <numerusform>Change %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) changed.</source>
        <translation>
            <numerusform>%Ln incident changed.</numerusform>
            <numerusform>%Ln incidents changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n incident(s)</source>
        <translation>
            <numerusform>Merge %n incident</numerusform>
            <numerusform>Merge %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) are one now, with all their sources.</source>
        <translation>
            <numerusform>%Ln incident is one now, with all its sources.</numerusform>
            <numerusform>%Ln incidents are one now, with all their sources.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportColumnsPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %Ln incident(s)</source>
        <translation>
            <numerusform>&amp;Import %Ln incident</numerusform>
            <numerusform>&amp;Import %Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportRunPage</name>
    <message numerus="yes">
        <source>%Ln row(s) read. This is what the import would do.</source>
        <translation>
            <numerusform>%Ln row read. This is what the import would do.</numerusform>
            <numerusform>%Ln rows read. This is what the import would do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s) that sum up others are left out.</source>
        <translation>
            <numerusform>%Ln notice that sums up others is left out.</numerusform>
            <numerusform>%Ln notices that sum up others are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are placed by their place name.</source>
        <translation>
            <numerusform>%Ln row is placed by its place name.</numerusform>
            <numerusform>%Ln rows are placed by their place name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them by a name that is only nearly that of the map, and less precisely.</source>
        <translation>
            <numerusform>%Ln of them by a name that is only nearly that of the map, and less precisely.</numerusform>
            <numerusform>%Ln of them by names that are only nearly those of the map, and less precisely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln row(s) that are likely to be here already</source>
        <translation>
            <numerusform>Leave out the %Ln row that is likely to be here already</numerusform>
            <numerusform>Leave out the %Ln rows that are likely to be here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) may name a person in the description: row %1. Look at them; a name does not belong there.</source>
        <comment>rows by number</comment>
        <translation>
            <numerusform>%Ln row may name a person in the description: row %1. Look at it; a name does not belong there.</numerusform>
            <numerusform>%Ln rows may name a person in the description: row %1. Look at them; a name does not belong there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportSample</name>
    <message numerus="yes">
        <source>%Ln of these rows would be left out. Point at a marked value to see why.</source>
        <translation>
            <numerusform>%Ln of these rows would be left out. Point at a marked value to see why.</numerusform>
            <numerusform>%Ln of these rows would be left out. Point at a marked value to see why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportValuesPage</name>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category of its own and take the one below.</source>
        <translation>
            <numerusform>%Ln row has a value without a category of its own and takes the one below.</numerusform>
            <numerusform>%Ln rows have a value without a category of its own and take the one below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category. Choose one for each value, or one for all others.</source>
        <translation>
            <numerusform>%Ln row has a value without a category. Choose one for each value, or one for all others.</numerusform>
            <numerusform>%Ln rows have a value without a category. Choose one for each value, or one for all others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::IncidentForm</name>
    <message numerus="yes">
        <source>%Ln source(s): %1</source>
        <translation>
            <numerusform>%Ln source: %1</numerusform>
            <numerusform>%Ln sources: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::LayerController</name>
    <message numerus="yes">
        <source>%n layer(s) added.</source>
        <translation>
            <numerusform>%n layer added.</numerusform>
            <numerusform>%n layers added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::LogDialog</name>
    <message numerus="yes">
        <source>%Ln entries saved.</source>
        <translation>
            <numerusform>%Ln entry saved.</numerusform>
            <numerusform>%Ln entries saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far, %1 looked at…</source>
        <comment>entries of the log</comment>
        <translation>
            <numerusform>%Ln found so far, %1 looked at…</numerusform>
            <numerusform>%Ln found so far, %1 looked at…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln latest.</source>
        <comment>entries of the log</comment>
        <translation>
            <numerusform>The %Ln latest entry.</numerusform>
            <numerusform>The %Ln latest entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries.</source>
        <comment>of the log</comment>
        <translation>
            <numerusform>%Ln entry.</numerusform>
            <numerusform>%Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <translation>
            <numerusform>%1 of %Ln incident</numerusform>
            <numerusform>%1 of %Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without exact place not in the heatmap</source>
        <translation>
            <numerusform>%Ln without exact place not in the heatmap</numerusform>
            <numerusform>%Ln without exact place not in the heatmap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a week or more left out by the hours</source>
        <translation>
            <numerusform>%Ln of a week or more left out by the hours</numerusform>
            <numerusform>%Ln of a week or more left out by the hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::MapController</name>
    <message numerus="yes">
        <source>and %n more kinds</source>
        <translation>
            <numerusform>and %n more kind</numerusform>
            <numerusform>and %n more kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::NearBox</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::PointsFileBox</name>
    <message numerus="yes">
        <source>%1, %Ln point(s)</source>
        <comment>name of a file</comment>
        <translation>
            <numerusform>%1, %Ln point</numerusform>
            <numerusform>%1, %Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ReceiveDialog</name>
    <message numerus="yes">
        <source>%Ln new incident(s)</source>
        <translation>
            <numerusform>%Ln new incident</numerusform>
            <numerusform>%Ln new incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln received before and changed by the sender</source>
        <translation>
            <numerusform>%Ln received before and changed by the sender</numerusform>
            <numerusform>%Ln received before and changed by the sender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln received before and unchanged</source>
        <translation>
            <numerusform>%Ln received before and unchanged</numerusform>
            <numerusform>%Ln received before and unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of this file itself, left as they are</source>
        <translation>
            <numerusform>%Ln of this file itself, left as it is</numerusform>
            <numerusform>%Ln of this file itself, left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely the same as one that is here (same category, within 100 m, at the same time)</source>
        <translation>
            <numerusform>%Ln likely the same as one that is here (same category, within 100 m, at the same time)</numerusform>
            <numerusform>%Ln likely the same as one that is here (same category, within 100 m, at the same time)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them left out</source>
        <translation>
            <numerusform>%Ln of them left out</numerusform>
            <numerusform>%Ln of them left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::ResultView</name>
    <message numerus="yes">
        <source>%n more sentence(s)</source>
        <translation>
            <numerusform>%n more sentence</numerusform>
            <numerusform>%n more sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::WfsDialog</name>
    <message numerus="yes">
        <source>%n feature(s) will be fetched.</source>
        <translation>
            <numerusform>%n feature will be fetched.</numerusform>
            <numerusform>%n features will be fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) fetched…</source>
        <translation>
            <numerusform>%n feature fetched…</numerusform>
            <numerusform>%n features fetched…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::workspace</name>
    <message numerus="yes">
        <source>%Ln incident(s) without an exact place are not shown in the heatmap.</source>
        <translation>
            <numerusform>%Ln incident without an exact place is not shown in the heatmap.</numerusform>
            <numerusform>%Ln incidents without an exact place are not shown in the heatmap.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) more than 20 km from Mölndals bro are not shown in the heatmap.</source>
        <translation>
            <numerusform>%Ln incident more than 20 km from Mölndals bro is not shown in the heatmap.</numerusform>
            <numerusform>%Ln incidents more than 20 km from Mölndals bro are not shown in the heatmap.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) spanning a week or more have no hour of the week and are left out.</source>
        <translation>
            <numerusform>%Ln incident spanning a week or more has no hour of the week and is left out.</numerusform>
            <numerusform>%Ln incidents spanning a week or more have no hour of the week and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>lines of a legend that have no room</comment>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %Ln entries, none altered or removed.</source>
        <translation>
            <numerusform>The log is whole: %Ln entry, not altered.</numerusform>
            <numerusform>The log is whole: %Ln entries, none altered or removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were made by other programs.</source>
        <translation>
            <numerusform>%Ln was made by another program.</numerusform>
            <numerusform>%Ln were made by other programs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are older than the chain.</source>
        <translation>
            <numerusform>%Ln is older than the chain.</numerusform>
            <numerusform>%Ln are older than the chain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The values of %Ln have been disposed of.</source>
        <translation>
            <numerusform>The values of %Ln have been disposed of.</numerusform>
            <numerusform>The values of %Ln have been disposed of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from other programs are not chained yet.</source>
        <translation>
            <numerusform>%Ln from another program is not chained yet.</numerusform>
            <numerusform>%Ln from other programs are not chained yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::workspace::Layers</name>
    <message numerus="yes">
        <source>Add %n layer(s)</source>
        <translation>
            <numerusform>Add %n layer</numerusform>
            <numerusform>Add %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::workspace::Workspace</name>
    <message numerus="yes">
        <source>Delete %n incident(s)</source>
        <translation>
            <numerusform>Delete %n incident</numerusform>
            <numerusform>Delete %n incidents</numerusform>
        </translation>
    </message>
</context>
</TS>
