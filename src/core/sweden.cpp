#include "core/sweden.h"

#include "core/ring.h"

#include <cmath>

namespace hk {

namespace {

constexpr Sweref99 km(double easting, double northing)
{
    return {easting * 1000.0, northing * 1000.0};
}

// Drawn by hand for this project, clockwise from Koster: the border of Norway, of Finland, the coast.
constexpr Sweref99 outline[] =
    {
        km(264, 6539),                               // west of Koster
        km(272, 6551),                               // Norwegian border at sea
        km(281, 6555),                               // Singlefjorden
        km(286, 6558),                               // Svinesund
        km(290, 6555),                               // Idefjorden
        km(295, 6544),                               // Idefjorden, south of Halden
        km(299, 6533),                               // head of Idefjorden
        km(305, 6537),                               // Kornsjø
        km(311, 6549), km(315, 6558), km(314, 6578), // Stora Le
        km(310, 6601),                               // west of Töcksfors
        km(312, 6618), km(321, 6637), km(338, 6655), // west of Morokulien
        km(359, 6674), km(362, 6704),                // Finnskogen
        km(352, 6744), km(346, 6768),                // west of Långflon
        km(382, 6800),                               // east of Trysil
        km(345, 6839), km(354, 6900),                // west of Grövelsjön
        km(346, 6945),                               // west of Fjällnäs
        km(349, 6978), km(344, 7018),                // west of Storlien
        km(355, 7056), km(383, 7101), km(415, 7114), km(446, 7105), km(453, 7153), // west of Gäddede
        km(431, 7165), km(465, 7225), km(475, 7298), km(475, 7340),                // west of Hemavan
        km(516, 7356), km(512, 7376), km(552, 7434), km(542, 7480), km(567, 7535),
        km(592, 7563), km(623, 7551), km(626, 7568), km(624, 7607), // west of Riksgränsen
        km(699, 7598), km(706, 7613), km(697, 7618), km(708, 7641), km(695, 7668),
        km(721, 7676),                                              // north of Treriksröset
        km(745, 7655),                                              // Könkämä älv
        km(789, 7619), km(811, 7614),                               // east of Karesuando
        km(841, 7586), km(864, 7565),                               // Muonio älv
        km(866, 7524), km(879, 7497),                               // Kolari
        km(874, 7474), km(898, 7438),                               // Pello
        km(896, 7410), km(891, 7386),                               // Övertorneå
        km(909, 7355),                                              // Karungi
        km(919, 7332),                                              // Haparanda
        km(925, 7301),                                              // border at sea
        km(899, 7278),                                              // Malören
        km(856, 7247),                                              // Rödkallen
        km(828, 7221), km(830, 7159),                               // Bjuröklubb
        km(808, 7081),                                              // Holmöarna
        km(789, 7045),                                              // Norra Kvarken
        km(718, 6982), km(674, 6907), km(652, 6811), km(696, 6735), // Örskär
        km(723, 6696),                                              // west of Märket
        km(731, 6664),                                              // Ålands hav
        km(758, 6633),                                              // Söderarm
        km(772, 6594),                                              // Svenska Högarna
        km(741, 6548),                                              // Almagrundet
        km(768, 6499),                                              // Gotska Sandön
        km(775, 6427),                                              // Fårö
        km(753, 6359),                                              // Östergarn
        km(714, 6301), km(677, 6299),                               // Hoburgen
        km(624, 6241), km(597, 6213),                               // Ölands södra udde
        km(547, 6190),                                              // Utklippan
        km(484, 6173), km(465, 6128),                               // Sandhammaren
        km(424, 6122),                                              // south of Ystad
        km(357, 6127),                                              // south of Falsterbo
        km(355, 6147), km(364, 6160),                               // the bridge over Öresund
        km(363, 6175),                                              // Malmö
        km(354, 6192),                                              // Ven
        km(354, 6209), km(353, 6214),                               // between Helsingør and Helsingborg
        km(345, 6229), km(333, 6248),                               // Kullen
        km(335, 6287),                                              // Halmstad
        km(303, 6339),                                              // Nidingen
        km(282, 6390),                                              // Vinga
        km(270, 6441),                                              // Måseskär
        km(259, 6497),                                              // Väderöarna
};

} // namespace

std::span<const Sweref99> outlineOfSweden()
{
    return outline;
}

bool isInSweden(const Sweref99& position)
{
    return std::isfinite(position.easting) && std::isfinite(position.northing) &&
           containsPoint(outline, position);
}

} // namespace hk
