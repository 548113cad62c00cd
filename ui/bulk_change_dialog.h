#pragma once

#include "core/category.h"
#include "workspace/desk_changes.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;

namespace hk::ui {

/// What is put into all marked incidents at once. Every field stays as it is in each of them until a value is chosen here.
class BulkChangeDialog : public QDialog {
    Q_OBJECT
public:
    BulkChangeDialog(int incidents, const CategoryList& categories, const QStringList& organisations,
                     QWidget* parent = nullptr);
    workspace::FieldChanges changes() const;

private:
    void updateButton();

    QComboBox* m_category;
    QComboBox* m_organisation;
    QComboBox* m_status;
    QComboBox* m_confidentiality;
    QComboBox* m_severity;
    QComboBox* m_police;
    QComboBox* m_surroundings;
    QComboBox* m_source;
    QDialogButtonBox* m_buttons;
};

} // namespace hk::ui
