#include "core/sweden.h"
#include "support/catch.h"

#include <limits>

using namespace hk;

namespace {

struct Place {
    const char* name;
    double easting;
    double northing;
};

// Transformed from longitude and latitude outside this program.
constexpr Place swedish[] = {
    {"Mölndals bro", 322123, 6394279},
    {"Haparanda", 916195, 7331882},
    {"Strömstad", 279703, 6539569},
    {"Malmö", 374008, 6164045},
    {"Ystad", 425328, 6143276},
    {"Kiruna", 719569, 7536091},
    {"Treriksröset", 721053, 7671059},
    {"Gotska Sandön", 748515, 6477758},
    {"Öland's southern tip", 586867, 6228887},
    {"Visby", 696371, 6393396},
    {"Hoburgen", 690510, 6312843},
    {"Fårö", 757375, 6431431},
    {"Helsingborg", 356365, 6213597},
    {"Ven", 356224, 6198119},
    {"Falsterbo", 361895, 6139687},
    {"Smygehuk", 395978, 6133518},
    {"Utklippan", 543897, 6201072},
    {"Svenska Högarna", 755355, 6598145},
    {"Söderarm", 747690, 6632145},
    {"Grisslehamn", 711793, 6668656},
    {"Örskär", 685198, 6714744},
    {"Holmön", 790432, 7087046},
    {"Bjuröklubb", 815872, 7166897},
    {"Malören", 894539, 7294407},
    {"Övertorneå", 885620, 7389898},
    {"Pajala", 860726, 7479464},
    {"Karesuando", 806265, 7610670},
    {"Riksgränsen", 627972, 7593825},
    {"Gäddede", 458696, 7153458},
    {"Storlien", 354735, 7024084},
    {"Fjällnäs", 354764, 6944989},
    {"Idre", 380050, 6860689},
    {"Höljes", 369839, 6754923},
    {"Charlottenberg", 348631, 6641807},
    {"Töcksfors", 321187, 6601094},
    {"Ed", 322918, 6534213},
    {"Nordkoster", 269679, 6536920},
    {"Väderöarna", 270970, 6500010},
    {"Måseskär", 283880, 6445050},
    {"Vinga", 297320, 6392815},
    {"Kullen", 342344, 6242498},
    {"Göteborg", 319296, 6400135},
    {"Stockholm", 674079, 6580798},
    {"Nidingen", 313253, 6355368},
    {"Almagrundet", 736114, 6564623},
    {"Hemavan", 504114, 7299850},
    {"Långflon", 370377, 6769619},
    {"Morokulien", 345870, 6646827},
    {"Svinesund", 286352, 6556378},
};

constexpr Place foreign[] = {
    {"Copenhagen", 347197, 6172697},
    {"Helsingør", 351092, 6212551},
    {"Dragør", 353174, 6163247},
    {"Oslo", 262410, 6649018},
    {"Halden", 293230, 6559346},
    {"Fredrikstad", 267688, 6570529},
    {"Rønne", 480857, 6105961},
    {"Hammershus", 484433, 6124865},
    {"Mariehamn", 774538, 6672818},
    {"Eckerö", 751967, 6684603},
    {"Vaasa", 833732, 7013952},
    {"Kemi", 936957, 7324268},
    {"Røros", 314305, 6943441},
    {"Trysil", 353572, 6800941},
    {"Narvik", 599641, 7593664},
    {"Trondheim", 270580, 7041743},
    {"Kongsvinger", 333666, 6676351},
    {"Anholt", 289455, 6290391},
    {"Læsø", 258722, 6352303},
    {"Rostock", 312303, 5997344},
    {"Gdansk", 737193, 6028607},
    {"Ventspils", 894565, 6379889},
    {"Helsinki", 1050176, 6711901},
    {"Rovaniemi", 975094, 7416559},
    {"Preston, England", -661043, 6103448},
    {"Null Island", -1188659, 0},
    {"Saltholm", 359013, 6168289},
    {"Tromsø", 653597, 7731822},
};

} // namespace

TEST_CASE("places all along the borders and the coasts are in Sweden")
{
    for (const Place& place : swedish) {
        CAPTURE(place.name);
        CHECK(isInSweden({place.easting, place.northing}));
    }
}

TEST_CASE("places of the neighbours and of the wider world are not in Sweden")
{
    for (const Place& place : foreign) {
        CAPTURE(place.name);
        CHECK_FALSE(isInSweden({place.easting, place.northing}));
    }
}

TEST_CASE("swapped axes are not in Sweden")
{
    for (const Place& place : swedish) {
        CAPTURE(place.name);
        CHECK_FALSE(isInSweden({place.northing, place.easting}));
    }
}

TEST_CASE("degrees taken for metres and numbers that are none are not in Sweden")
{
    CHECK_FALSE(isInSweden({12.0187, 57.6556}));
    CHECK_FALSE(isInSweden({std::numeric_limits<double>::quiet_NaN(), 6394262.8}));
    CHECK_FALSE(isInSweden({321991.1, std::numeric_limits<double>::infinity()}));
}
