#pragma once

#include "core/category.h"
#include "core/export_profile.h"

#include <QDialog>
#include <vector>

class QCheckBox;
class QDateEdit;
class QDialogButtonBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace hk::ui {

/// What each partner may be given: fields and categories by name, how exactly, until when.
class AgreementDialog : public QDialog {
    Q_OBJECT
public:
    AgreementDialog(std::vector<PartnerAgreement> agreements, const CategoryList& categories, QWidget* parent = nullptr);
    /// As they are when the dialog has been accepted: each with a name, no name twice.
    std::vector<PartnerAgreement> agreements() const;

private:
    void build(const CategoryList& categories);
    void add();
    void remove();
    void show(int row);
    void take();
    void update();

    std::vector<PartnerAgreement> m_agreements;
    int m_shown = -1;
    QListWidget* m_partners;
    QWidget* m_details;
    QLineEdit* m_name;
    QListWidget* m_fields;
    QListWidget* m_categories;
    QSpinBox* m_grid;
    QCheckBox* m_ends;
    QDateEdit* m_until;
    QPushButton* m_remove;
    QDialogButtonBox* m_buttons;
};

} // namespace hk::ui
