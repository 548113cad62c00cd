#pragma once

#include "core/result.h"
#include "paper/document.h"

#include <QObject>
#include <functional>
#include <stop_token>

namespace hk::ui {

/// Hands pages over, one at a time: into the log first, then the pictures under their maps, then onto paper or into a file, on a
/// worker. Lives on the window's thread.
class PageWriter : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~PageWriter() override;

    /// Called before anything is handed over, with the path (or words, where it is no file); what is asked for is made only where `done`
    /// is called without an error. Without a call of this nothing is logged.
    using Log = std::function<void(const QString& target, std::function<void(Result<void>)> done)>;
    void setLog(Log log) { m_log = std::move(log); }

    struct Outcome {
        QString path; ///< empty: no file
        Result<void> result;
        bool withoutPictures = false; ///< it was the pictures under the maps that could not be had
    };

    using Write = std::function<Result<void>(const paper::Document&)>;
    /// `path`: empty where it is no file; `target` says in the log where it went. Does nothing while one is being written.
    void write(const paper::Document& document, const QString& path, const QString& target, const Write& write);
    bool isBusy() const { return m_busy; }
    /// Stops the fetching of pictures; what is being written is finished.
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(double share);
    void finished(const PageWriter::Outcome& outcome);

private:
    void work(const paper::Document& document, const QString& path, const Write& write);
    void setBusy(bool busy);

    Log m_log;
    std::stop_source m_stop;
    bool m_busy = false;
};

} // namespace hk::ui
