<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name></name>
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
    <name>FilterPanel</name>
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
    <name>PeriodBox</name>
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
    <name>TimeStrip</name>
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
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the period along the time</source>
        <translation type="unfinished"></translation>
    </message>
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
</context>
<context>
    <name>WeekHourGrid</name>
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
</context>
<context>
    <name>hk::ui</name>
    <message>
        <source>Chosen period: %1. Left and right move it, with Shift they move its end, Escape chooses the whole time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not chosen</source>
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
