#pragma once

#include "core/result.h"
#include "methods/study_input.h"
#include "ui/latest_job.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QToolButton;

namespace hk::ui {

/// A file of plain points to compare with, chosen and read on a worker; each row counts as one, or as many as a column of the
/// file says (homes in a house, passengers at a stop).
class PointsFileBox : public QWidget {
    Q_OBJECT
public:
    explicit PointsFileBox(QWidget* parent = nullptr);

    std::shared_ptr<const methods::StudyInput> points() const { return m_points; } ///< null: none
    QString path() const { return m_path; }
    QString weightColumn() const { return m_weight; } ///< empty: each row counts as one
    void readFile(const QString& path, const QString& weightColumn = {}); ///< the end by `changed` or `failed`

Q_SIGNALS:
    void changed();
    void failed(const hk::Error& error);

private:
    void askFile();
    void show();

    struct Read {
        methods::StudyInput points;
        QStringList columns; ///< of the file
    };

    QString m_path;
    QString m_weight;
    std::shared_ptr<const methods::StudyInput> m_points;
    LatestJob<Result<Read>> m_reading;
    QToolButton* m_choose;
    QLabel* m_words;
    QWidget* m_counting; ///< the label and the choice of column
    QComboBox* m_weights;
};

} // namespace hk::ui
