#pragma once

#include "ui/latest_job.h"
#include "ui/search_model.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

namespace hk::ui {

/// Names and codes of the areas of boundary files, for the search field. Each file is read once, on a worker, when the field is
/// first used after it has become known or has changed. Lives on the window's thread.
class AreaNames : public QObject {
    Q_OBJECT
public:
    /// What one file gives.
    struct Names {
        std::vector<map::NameEntry> entries;
        QHash<QString, AreaSource> sources; ///< by NameEntry::featureClass
    };

    /// `search` must outlive it.
    explicit AreaNames(SearchModel& search, QObject* parent = nullptr);
    /// The files whose areas can be found, the likeliest first; of a file that is not there nothing is.
    void setFiles(const QStringList& paths) { m_wanted = paths; }
    /// Reads what has not been read.
    void refresh();
    bool isReading() const { return m_reading.isRunning(); }

    /// By every field of the file that tells its areas apart: code and name. Blocks, for workers; nothing where the file has no
    /// areas.
    static Names namesOf(const QString& path, std::stop_token stop = {});

private:
    struct Known {
        QDateTime changed;
        std::shared_ptr<const Names> names;
    };
    using Read = std::map<QString, Known>;
    void publish();

    SearchModel& m_search;
    QStringList m_wanted;
    QStringList m_published;
    Read m_known;
    LatestJob<Read> m_reading;
};

} // namespace hk::ui
