#pragma once

#include "ui/print/page_settings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace hk::ui {

/// Whose pages they are: name, logotype, colour and foot of each sheet, and a folder with templates of one's own.
class PageSettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit PageSettingsDialog(const PageSettings& settings, QWidget* parent = nullptr);
    PageSettings settings() const;

    void setLogotype(const QString& path);
    /// Takes the folder, and puts the templates that ship into it where there are none of their names.
    void setTemplates(const QString& folder);

private:
    QWidget* row(QLineEdit* edit, const QString& button, void (PageSettingsDialog::*ask)());
    void askLogotype();
    void askTemplates();
    void askColour();
    void showColour();
    void showFault();

    QLineEdit* m_organisation;
    QLineEdit* m_footer;
    QLineEdit* m_logotype;
    QLineEdit* m_templates;
    QPushButton* m_colour;
    QToolButton* m_noColour;
    QLabel* m_fault;
    QPushButton* m_save;
    QColor m_accent;
};

} // namespace hk::ui
