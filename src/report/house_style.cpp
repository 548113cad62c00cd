#include "report/house_style.h"

#include "paper/picture_part.h"

#include <QStringList>

namespace hk::report {

QString footLine(const HouseStyle& house)
{
    QStringList words{house.organisation.trimmed(), house.footer.trimmed()};
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(QStringLiteral("  ·  "));
}

paper::Material materialOf(const HouseStyle& house)
{
    constexpr double logotypeHeight = 12.0; // millimetres
    paper::Material material;
    if (!house.logotype.isNull())
        material[QStringLiteral("logotype")] =
            std::make_shared<paper::PicturePart>(house.logotype, logotypeHeight, house.organisation);
    return material;
}

} // namespace hk::report
