#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

/// One field of a form: its name above, the editor, a quiet hint, and its fault with a sign where it has one.
class FormField : public QWidget {
    Q_OBJECT
public:
    explicit FormField(QWidget* editor, QWidget* parent = nullptr);
    void setName(const QString& name);
    void setHint(const QString& hint);
    /// Empty: no fault. Words that come of `details` are shown as they are, never as rich text.
    void setFault(const QString& sentence);
    QString fault() const;
    QWidget* editor() const { return m_editor; }

private:
    QWidget* control() const;

    QWidget* m_editor;
    QLabel* m_name;
    QLabel* m_hint;
    QWidget* m_faultRow;
    QLabel* m_fault;
};

} // namespace hk::ui
