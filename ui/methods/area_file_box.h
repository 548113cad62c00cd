#pragma once

#include "core/result.h"
#include "exchange/area_reader.h"
#include "exchange/named_numbers.h"
#include "ui/latest_job.h"
#include "ui/place_source_button.h"

#include <QStringList>
#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;

namespace hk::ui {

/// A boundary file for a method, with the field of its names and what its counts are to be divided by: nothing, a numeric
/// field of the file, or a table of names and numbers. Read on a worker.
class AreaFileBox : public QWidget {
    Q_OBJECT
public:
    explicit AreaFileBox(QWidget* parent = nullptr);

    std::shared_ptr<const exchange::NamedAreas> areas() const { return m_areas; } ///< null: none
    std::shared_ptr<const exchange::NamedNumbers> numbers() const { return m_numbers; } ///< null: no table
    QString path() const { return m_path; }
    QString denominatorField() const { return m_numbers ? QString() : m_denominator; } ///< empty: none
    void setSources(const QList<PlaceSource>& sources) { m_choose->setSources(sources); }
    void readFile(const QString& path); ///< the end by `changed` or `failed`

    QStringList state() const; ///< what is remembered: file, field of names, field or table to divide by
    void setState(const QStringList& state);

Q_SIGNALS:
    void changed();
    void failed(const hk::Error& error);

private:
    struct Wish {
        QString path;
        QString nameField;
        QString denominator; ///< a field
        QString table;       ///< a file
    };
    struct Read {
        std::shared_ptr<const exchange::NamedAreas> areas;
        std::shared_ptr<const exchange::NamedNumbers> numbers;
    };
    static Result<Read> readAll(const Wish& wish);
    void read(const Wish& wish);
    void show();
    void chooseDenominator(int index);

    QString m_path;
    QString m_table;
    QString m_denominator;
    std::shared_ptr<const exchange::NamedAreas> m_areas;
    std::shared_ptr<const exchange::NamedNumbers> m_numbers;
    LatestJob<Result<Read>> m_reading;
    PlaceSourceButton* m_choose;
    QLabel* m_words;
    QWidget* m_content;
    QComboBox* m_names;
    QComboBox* m_denominators;
};

} // namespace hk::ui
