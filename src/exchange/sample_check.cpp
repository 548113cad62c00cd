#include "exchange/sample_check.h"

#include "exchange/draft_builder.h"

#include <algorithm>

namespace hk::exchange {
namespace {

bool isCoordinate(const QString& name)
{
    return name == field::longitude || name == field::latitude || name == field::easting || name == field::northing;
}

/// Whether a fault of the rules tells no more than one of reading the row has told.
bool isSaid(const Error& error, const std::vector<Error>& told)
{
    return std::any_of(told.begin(), told.end(), [&error](const Error& fault) {
        return fault.place.field == error.place.field
               || (error.place.field == field::position
                   && (isCoordinate(fault.place.field) || fault.place.field == field::place));
    });
}

/// The rows of a sample; those of a file with shapes lie anywhere in Sweden.
class SampleSource : public RowSource {
public:
    explicit SampleSource(const ImportFile& file) : m_file(file) {}
    QStringList columns() const override { return m_file.columns; }
    QStringList layers() const override { return {}; }
    bool hasGeometry() const override { return m_file.hasGeometry; }
    QString crs() const override { return QStringLiteral("EPSG:3006"); }
    qint64 rowCount() const override { return static_cast<qint64>(m_file.sample.size()); }
    void rewind() override { m_at = 0; }

    Result<bool> next(SourceRow& row) override
    {
        if (m_at >= m_file.sample.size())
            return false;
        m_texts.clear();
        for (const QString& value : m_file.sample[m_at])
            m_texts.push_back(value.toStdString());
        row.number = static_cast<qint64>(++m_at);
        row.values.assign(m_texts.begin(), m_texts.end());
        row.geometry.reset();
        if (m_file.hasGeometry)
            row.geometry = SourceRow::Geometry{500'000.0, 6'600'000.0, {}, {}};
        return true;
    }

private:
    const ImportFile& m_file;
    std::size_t m_at = 0;
    std::vector<std::string> m_texts;
};

} // namespace

std::vector<Error> faultsOf(const ImportRow& row, const ValidationResult& valid)
{
    std::vector<Error> faults = row.faults;
    if (!valid)
        for (const Error& error : valid.error())
            if (!isSaid(error, row.faults))
                faults.push_back(error);
    return faults;
}

std::vector<std::vector<Error>> sampleFaults(const ImportFile& file, const ImportMapping& mapping,
                                             const CategoryList& categories, const QDateTime& now, const PlaceFinder& places)
{
    SampleSource source(file);
    ImportMapping asked = mapping;
    const bool byColumns = std::any_of(asked.columns.keyBegin(), asked.columns.keyEnd(), isCoordinate);
    if (file.hasGeometry && !byColumns)
        asked.crs.clear();
    const Result<DraftBuilder> builder = DraftBuilder::create(source, asked, categories, places);
    if (!builder)
        return std::vector<std::vector<Error>>(file.sample.size(), {builder.error()});
    std::vector<std::vector<Error>> faults;
    SourceRow row;
    ImportRow made;
    while (source.next(row).value_or(false)) {
        builder->build(row, made);
        faults.push_back(faultsOf(made, validate(made.draft, categories, now)));
    }
    return faults;
}

} // namespace hk::exchange
