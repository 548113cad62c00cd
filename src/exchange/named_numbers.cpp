#include "exchange/named_numbers.h"

#include "exchange/csv.h"

#include <string_view>
#include <vector>

namespace hk::exchange {

std::optional<double> numberOf(const QString& text)
{
    QString plain;
    for (const QChar character : text)
        if (!character.isSpace()) // also the no-break space
            plain.append(character == QChar(0x2212) ? QLatin1Char('-') : character);
    return parseNumber(plain.toStdString());
}

Result<NamedNumbers> readNamedNumbers(const QString& path)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    if (reader->columns().size() < 2)
        return fail(ErrorCode::ColumnNotFound, {path}, {QStringLiteral("2")});
    NamedNumbers read;
    read.title = reader->columns().at(1);
    std::vector<std::string_view> fields;
    for (;;) {
        const Result<bool> more = reader->next(fields);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        const QString name = fields.empty() ? QString() : CsvReader::decode(fields[0]).simplified();
        const std::optional<double> value
            = fields.size() > 1 ? numberOf(CsvReader::decode(fields[1])) : std::nullopt;
        if (name.isEmpty() || !value || read.values.contains(name))
            ++read.skipped;
        else
            read.values.insert(name, *value);
    }
    if (read.values.isEmpty())
        return fail(ErrorCode::NotFound, {path}, {read.title});
    return read;
}

} // namespace hk::exchange
