#pragma once

#include "store/desk_records.h"

#include <QToolButton>

class QMenu;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// Templates of the form, kept by name in the open file: used, saved from what stands in the form, and thrown away.
class TemplateButton : public QToolButton {
    Q_OBJECT
public:
    /// The workspace must outlive the button.
    explicit TemplateButton(workspace::Workspace& workspace, QWidget* parent = nullptr);
    /// Stores what stands in the form under a name, in place of what has it.
    void saveAs(const QString& name, const QByteArray& content);
    QStringList names() const;
    void use(const QString& name);

Q_SIGNALS:
    void chosen(const QByteArray& content);
    void saveWanted(); ///< asks for what stands in the form; answer by askName
    void failed(const hk::Error& error);
    void changed();

public Q_SLOTS:
    /// Asks for a name and saves.
    void askName(const QByteArray& content);

protected:
    void changeEvent(QEvent* event) override;

private:
    void load();
    void rebuild();

    workspace::Workspace& m_workspace;
    std::vector<store::FormTemplate> m_templates;
    QMenu* m_menu;
};

} // namespace hk::ui
