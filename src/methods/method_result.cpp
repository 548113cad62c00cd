#include "methods/method_result.h"

#include "text/sentences.h"

#include <cmath>

namespace hk::methods {

QString shown(const QVariant& value, const ResultColumn& column)
{
    const QString none = QStringLiteral("–");
    if (!value.isValid() || value.isNull())
        return none;
    using Form = ResultColumn::Form;
    if (column.form == Form::Words)
        return value.toString();
    if (column.form == Form::Count)
        return text::number(value.toLongLong());
    const double number = value.toDouble();
    if (!std::isfinite(number))
        return none;
    switch (column.form) {
    case Form::Percent:
        return text::percent(number, column.decimals);
    case Form::Probability:
        return number < 0.001 ? QStringLiteral("< ") + text::number(0.001, 3) : text::number(number, 3);
    default:
        return text::number(number, column.decimals);
    }
}

} // namespace hk::methods
