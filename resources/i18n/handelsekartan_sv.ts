<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>hk::models</name>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Railway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park or ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::models::CategoryModel</name>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::models::HotspotModel</name>
    <message>
        <source>%1 · %2 ha · %3 per km²</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::models::IncidentTableModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported to police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::models::OrganisationModel</name>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::report</name>
    <message>
        <source>Several incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known only to an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot with its rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents around %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing (bandwidth) %1, Gaussian kernel, cells of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing (bandwidth) %1, quartic kernel, cells of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid north, here also true north.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid north. True north is %1° to the right of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid north. True north is %1° to the left of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) of the selection lie outside this map.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hotspots with an empty circle lie outside this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of the date of printing; Swedish: d MMMM yyyy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed %1, %2</source>
        <comment>date, time of day; Swedish: Utskriven %1 %2</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <comment>the number of those selected, of all</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sample data – invented incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density, incidents/km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspots by number of incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents in this selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hotspots in this selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:%1 (%2)</source>
        <comment>scale and paper</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SWEREF 99 TM (EPSG:3006), metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <comment>title of the file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>hotspots that have no room</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <comment>head of a column of numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area, ha</source>
        <comment>head of a column of numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per km²</source>
        <comment>head of a column: incidents per km²</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <comment>head of a column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot: a denser area than %1 of the cells with incidents, within %2 of Mölndals bro. Not a test of significance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot: a denser area than %1 of the cells with incidents. Not a test of significance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::text</name>
    <message>
        <source>exact point</source>
        <comment>precision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>street</source>
        <comment>precision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <comment>precision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <comment>precision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>indoors or outdoors</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indoors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outdoors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged at the desk</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partner</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>citizen</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>reported to the police</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <comment>reported to the police</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <comment>reported to the police</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <comment>status of an incident</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>status of an incident</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <comment>status of an incident</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <comment>confidentiality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partners</source>
        <comment>confidentiality: may be seen by partners</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <comment>confidentiality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narcotics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatherings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disorder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violence and threats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theft and robbery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not there. Check the name and the folder, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check that it is complete and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Choose a folder where you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file %1, and nothing is overwritten. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not an incident file of this program. Choose another file, or import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is damaged and has been left as it is. Open the latest backup copy instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the file %1. Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 was made by a newer version of the program and can only be read. Update the program to make changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is open for reading only, so nothing was changed. Save a copy and work in that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing was changed. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has %1 characters, and %2 is the most there is room for. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value %1 is not between %2 and %3. Change it to a value within these limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position (easting %1, northing %2) lies outside Sweden. Check the coordinate system and the order of the coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a personal identity number: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a coordination number: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a phone number: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds an e-mail address: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a vehicle registration: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds personal data: %1. Take it away; incidents hold no personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is not a polygon that can be used. Draw it again with at least three corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value cannot be understood. Check how it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value “%1” cannot be understood. Check how it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category “%1”. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end comes before the beginning. Change one of the two times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time has not come yet. Give the time when it happened; only what is planned may lie ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time %1 does not exist: the clock went from 2 to 3 that night. Give another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “%1” in the file. Choose one of the columns it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No columns with a position were found. Say which columns hold longitude and latitude, or easting and northing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format “%1” is not supported. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate system “%1” is not known. Give it as an EPSG code, such as EPSG:3006.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no incidents in the selection. Choose a longer period or take away a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid would have %1 cells, and %2 is the most. Choose larger cells or a smaller area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bandwidth (%1 m) is smaller than the cell (%2 m). Choose a larger bandwidth or smaller cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates could not be transformed. Check the coordinate system of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read or written, so nothing was changed. Try again; if it happens again, open the latest backup copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for is not there. It may have been taken away meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not found. Check the name; it may have been taken away meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled, and nothing was changed. Start again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was not understood. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was not understood: %1. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile, so nothing was saved. Read the new version and make the change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not answer. Check the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Try again, and report it if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <comment>after a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place of an error: what happened and what to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code and name of a category</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Category: %1.</source>
        <comment>one or several</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>hours of the week as a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation: %1.</source>
        <comment>one or several</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Within a drawn area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containing “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date; Swedish: d MMMM yyyy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3 %4</source>
        <comment>weekday, day, month, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day, month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>format of a time of day; Swedish: HH.mm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percentage; Swedish has a no-break space before the sign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a time of day; Swedish: kl. %1, with a no-break space</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last date of a period</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>period without an end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1 inclusive</source>
        <comment>period without a beginning</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all time</source>
        <comment>period without beginning and end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time of day; Swedish: %1 %2</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <comment>date, first and last time of day; Swedish: %1 %2–%3</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <comment>first date and time of day, last date and time of day; Swedish: %1 %2 – %3 %4</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported to the police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of disposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last weekday</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>weekdays, first and last hour; Swedish: %1 kl. %2–%3</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4</source>
        <comment>weekday, hour – weekday, hour; Swedish: %1 kl. %2 – %3 kl. %4</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) of the week</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::EditController</name>
    <message>
        <source>Incident saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::EmptyCard</name>
    <message>
        <source>No category is ticked. Tick at least one, or clear all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer period, or clear the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the drawn area, or clear all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the text “%1”, or clear all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer period or more categories, or clear all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose more categories, hours or organisations, or clear all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty and open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the first one with Ctrl+N, or import a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::Explanations</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heatmap shows how many incidents there are per square kilometre around each spot. Each incident is spread out over a circle of %1 m, most at its middle and nothing at its edge; where circles overlap, they add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hotspot is what lies inside the contour around the densest %1 of the cells that have any density. Hotspots are ranked by the number of incidents inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows where incidents were logged, not where the risk is high for one person. Many people or eager reporting give many incidents, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact term: quartic (biweight) kernel density, f(x) = Σ 3/(π h²) · (1 − d²/h²)² for d &amp;lt; h, bandwidth h = %1 m, cells of %2 m, in SWEREF 99 TM (Silverman 1986). Incidents whose place is less well known than h are left out and counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the heatmap mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the form away; the draft is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search place, incident or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the marked incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the marked incidents; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap, hotspots, incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To Mölndals bro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident map for municipalities: log what happens, see where and when it gathers, and print the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basemap: © OpenStreetMap contributors (ODbL), © Lantmäteriet, © SCB, Trafikverket.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::FileController</name>
    <message>
        <source>New incident file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident files (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incident file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, copy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample Mölndals bro</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::FilterPanel</name>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <comment>categories</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>categories</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word in place, description or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click for one category alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click corners on the map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click each corner on the map and end with a double click</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::HotspotPanel</name>
    <message>
        <source>Hotspots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hotspots. There are too few incidents with an exact place in the selection: choose a longer period or more categories.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportColumnsPage</name>
    <message>
        <source>Choose another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSG code, such as 3008</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EPSG code</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the shapes in the file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file says (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WGS 84, longitude and latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SWEREF 99 TM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SWEREF 99 12 00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RT 90 2.5 gon V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess by the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess: %1</source>
        <comment>the program&apos;s guess, with a value as an example</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the time of the incidents (From).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which two columns hold the position: %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are the same column. Choose two different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the EPSG code of the coordinate system, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportDialog</name>
    <message>
        <source>Import incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Try and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the faulty rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another import is running. Wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>end of a file name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportFilePage</name>
    <message>
        <source>&amp;Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel, OpenDocument, GeoPackage, GeoJSON, Shapefile, KML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file with incidents here, or choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and maps (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import incidents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportRunPage</name>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is too small or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the position lies outside Sweden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time has not come yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal data in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave the faulty rows out, and import the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;nothing while there are faulty rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first faulty rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row is read and checked. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows are stored together: if you cancel, nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a reason and its number of rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected by reason. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried. Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the file is here already, and unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read. This is what the import would do.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one step: Undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one step: Undo takes all of it back. The rejected rows with their reasons are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the file was here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rejected rows with their reasons are in %1. Correct them and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faulty rows are saved with their reasons in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ImportValuesPage</name>
    <message>
        <source>Read from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV file with the columns value and field_value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column holds the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one category for all incidents of this file, or go back and choose a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories in the column “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading which values there are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of all other values, and where the column is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it empty to have such rows left out as faulty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as all other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value has its category. Look through the guesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category of its own and take the one below.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a value without a category. Choose one for each value, or one for all others.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Categories of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one category: without one every row would be left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::IncidentFields</name>
    <message>
        <source>%1 (%2 m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 – minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 – serious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 – very serious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until (if a span)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description, no personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported to police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indoors or outdoors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street, place or coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 14:30, yesterday 20:00, fri 22 or 2026-11-20 18:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and press Enter, or click on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the first of the two: the clock goes back that night)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::IncidentForm</name>
    <message>
        <source>Change incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away (Esc); what is typed is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc puts away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::MainWindow</name>
    <message>
        <source>Copy saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within %1 m of Mölndals bro. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program had left the file&apos;s spatial index out of step. It has been rebuilt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – sample data, invented incidents (read only) – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – sample data, invented incidents – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (read only) – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>file – program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without exact place not in the heatmap</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a week or more left out by the hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added and %2 updated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::MapController</name>
    <message>
        <source>Place known to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>place (precision)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count × category</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more kinds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hk::ui::MapView</name>
    <message>
        <source>incidents/km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N %1  E %2 · %3° N %4° E</source>
        <comment>SWEREF 99 TM northing and easting, WGS 84 latitude and longitude</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home goes to Mölndals bro, Escape leaves what is being drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the place on the map. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click or Enter closes the area. Backspace takes the last corner away, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the corners of the area. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::PagePreview</name>
    <message>
        <source>Drawing the page…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::PeriodBox</name>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the period, included</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::PrintDialog</name>
    <message>
        <source>Print the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>confidentiality mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>confidentiality mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <comment>confidentiality mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <comment>confidentiality mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the page to move the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::ReceiptBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::SearchBox</name>
    <message>
        <source>Search place, incident or command (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::SearchModel</name>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::TimeStrip</name>
    <message>
        <source>Time strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>weekday, date, number of incidents</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week %1, %2 – %3: %4</source>
        <comment>number of the week, first date, last date, number of incidents</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>month or year, number of incidents</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents to show over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen period: %1. Left and right move it, with Shift they move its end, Escape chooses the whole time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the period along the time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::WeekHourGrid</name>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 incidents</source>
        <comment>a number with one decimal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2–%3: %4</source>
        <comment>weekday, first hour, hour after, number of incidents</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::WelcomePage</name>
    <message>
        <source>Log what happens, see where and when it gathers, and print the map for the meeting. Everything stays in one file of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>600 invented incidents around Mölndals bro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::WindowActions</name>
    <message>
        <source>&amp;New file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap: density of incidents (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;otspots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspots: areas where the density stands out (Ctrl+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents as symbols (Ctrl+3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same colours for the same density when the selection changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What does the heatmap mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;Mölndals bro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw area for the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Händelsekartan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of the kernel density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cell size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspot &amp;limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotspots &amp;within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quartic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Densest %1 of the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of Mölndals bro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::ui::WindowDocks</name>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::workspace</name>
    <message>
        <source>Unnamed place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hk::workspace::Workspace</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n incident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
