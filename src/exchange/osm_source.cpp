#include "exchange/osm_source.h"

#include "exchange/gdal_support.h"
#include "exchange/gdal_watch.h"

#include <QFileInfo>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <atomic>
#include <map>

namespace hk::exchange {
namespace {

/// The text of an osmconf.ini in which our keys are columns, under their own names.
std::string settingsText()
{
    std::string keys;
    for (const char* key : osmKeyNames) {
        if (!keys.empty())
            keys += ',';
        keys += key;
    }
    std::string text = "attribute_name_laundering=no\nreport_all_nodes=no\nreport_all_ways=no\nclosed_ways_are_polygons="
                       + std::string(areaKeys()) + "\n";
    for (const char* layer : {"points", "lines", "multipolygons", "multilinestrings", "other_relations"}) {
        text += '[';
        text += layer;
        text += "]\nosm_id=no\nosm_version=no\nosm_timestamp=no\nosm_uid=no\nosm_user=no\nosm_changeset=no\nother_tags=no\n"
                "all_tags=no\nunsignificant=created_by,converted_by,source,time,ele,attribution,note\nattributes=";
        text += keys;
        text += '\n';
    }
    return text;
}

/// A file in GDAL's memory.
class SettingsFile {
public:
    SettingsFile()
        : m_text(settingsText())
    {
        static std::atomic<int> number = 0;
        m_name = "/vsimem/hk_osmconf_" + std::to_string(++number) + ".ini";
        VSILFILE* file = VSIFileFromMemBuffer(m_name.c_str(), reinterpret_cast<GByte*>(m_text.data()), m_text.size(), FALSE);
        if (file)
            VSIFCloseL(file);
    }
    ~SettingsFile() { VSIUnlink(m_name.c_str()); }
    SettingsFile(const SettingsFile&) = delete;
    SettingsFile& operator=(const SettingsFile&) = delete;
    const std::string& name() const { return m_name; }

private:
    std::string m_text;
    std::string m_name;
};

struct Layer {
    unsigned kind = 0;
    std::array<int, osmKeyCount> columns{};
};

struct Watching {
    const std::function<void(double)>* progress;
    std::stop_token* stop;
};

int CPL_STDCALL onProgress(double done, const char*, void* data)
{
    const auto* watching = static_cast<Watching*>(data);
    if (*watching->progress)
        (*watching->progress)(done);
    return watching->stop->stop_requested() ? FALSE : TRUE;
}

} // namespace

struct OsmSource::Impl {
    GdalSettings settings;
    GdalWatch watch;
    SettingsFile columns;
    QString path;
    GDALDatasetUniquePtr dataset;
    std::map<const OGRLayer*, Layer> layers;
    OGRFeatureUniquePtr feature;
    qint64 count = 0;

    Impl(const QString& file, const Options& options)
        : settings({{"CPL_TMPDIR", options.scratch.toStdString()},
                    {"OSM_USE_CUSTOM_INDEXING", options.anyNodeOrder ? "NO" : "YES"}})
        , path(file)
    {}

    bool open()
    {
        const std::string option = "CONFIG_FILE=" + columns.name();
        const char* const drivers[] = {"OSM", nullptr};
        const char* const options[] = {option.c_str(), nullptr};
        dataset.reset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options, nullptr));
        if (!dataset)
            return false;
        for (OGRLayer* layer : dataset->GetLayers()) {
            const std::string name = layer->GetName();
            Layer& known = layers[layer];
            known.kind = name == "points"          ? osm_kind::point
                         : name == "lines"         ? osm_kind::line
                         : name == "multipolygons" ? osm_kind::area
                                                   : 0;
            for (std::size_t i = 0; i < osmKeyCount; ++i)
                known.columns[i] = layer->GetLayerDefn()->GetFieldIndex(osmKeyNames[i]);
        }
        return true;
    }

    void take(const Layer& layer, OsmThing& thing)
    {
        thing.kind = layer.kind;
        thing.tags = {};
        for (std::size_t i = 0; i < osmKeyCount; ++i)
            if (layer.columns[i] >= 0 && feature->IsFieldSetAndNotNull(layer.columns[i]))
                thing.tags.set(static_cast<OsmKey>(i), feature->GetFieldAsString(layer.columns[i]));
        thing.geometry = feature->GetGeometryRef();
    }
};

OsmSource::OsmSource(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}
OsmSource::OsmSource(OsmSource&&) noexcept = default;
OsmSource& OsmSource::operator=(OsmSource&&) noexcept = default;
OsmSource::~OsmSource() = default;

Result<OsmSource> OsmSource::open(const QString& path, const Options& options)
{
    prepareGdal();
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::FileNotReadable, {path});
    auto impl = std::make_unique<Impl>(path, options);
    if (!impl->open()) {
        const QString suffix = info.suffix().toLower();
        const bool rightKind = suffix == QLatin1String("osm") || suffix == QLatin1String("pbf"); // but broken, or empty
        return rightKind ? fail(ErrorCode::FileDamaged, {path, 0, {}}, {}, impl->watch.failure())
                         : fail(ErrorCode::FormatNotSupported, {path}, {info.suffix()}, impl->watch.failure());
    }
    return OsmSource(std::move(impl));
}

Result<bool> OsmSource::next(OsmThing& thing, const std::function<void(double)>& progress, std::stop_token stop)
{
    Watching watching{&progress, &stop};
    OGRLayer* layer = nullptr;
    m_impl->feature.reset(m_impl->dataset->GetNextFeature(&layer, nullptr, onProgress, &watching));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (m_impl->watch.failed())
        return fail(ErrorCode::FileDamaged, {m_impl->path, m_impl->count, {}}, {}, m_impl->watch.failure());
    if (!m_impl->feature)
        return false;
    ++m_impl->count;
    m_impl->take(m_impl->layers[layer], thing);
    return true;
}

bool OsmSource::nodesUnsorted() const
{
    return m_impl->watch.failure().contains(QLatin1String("OSM_USE_CUSTOM_INDEXING=NO"));
}

qint64 OsmSource::unclosedRelations() const { return m_impl->watch.warnings(); }

} // namespace hk::exchange
