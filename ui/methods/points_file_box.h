#pragma once

#include "core/result.h"
#include "methods/study_input.h"
#include "ui/latest_job.h"

#include <QWidget>
#include <memory>

class QLabel;
class QToolButton;

namespace hk::ui {

/// A file of plain points to compare with, chosen and read on a worker.
class PointsFileBox : public QWidget {
    Q_OBJECT
public:
    explicit PointsFileBox(QWidget* parent = nullptr);

    std::shared_ptr<const methods::StudyInput> points() const { return m_points; } ///< null: none
    QString path() const { return m_path; }
    void readFile(const QString& path); ///< the end by `changed` or `failed`

Q_SIGNALS:
    void changed();
    void failed(const hk::Error& error);

private:
    void askFile();
    void show();

    QString m_path;
    std::shared_ptr<const methods::StudyInput> m_points;
    LatestJob<Result<methods::StudyInput>> m_reading;
    QToolButton* m_choose;
    QLabel* m_words;
};

} // namespace hk::ui
