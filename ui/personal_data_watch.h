#pragma once

#include "core/personal_data.h"

#include <QSet>
#include <QWidget>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace hk::ui {

/// Looks for personal data in a text while it is typed: underlines each match (what stops the incident by a wave in the colour of
/// faults, what may be a name by dots), and says in a line below what one of them is and what to do. F8 in the text, or the
/// line's own button, goes to the next one; a name that is none is put aside by the other button. A name is asked about when
/// the caret has left it.
class PersonalDataWatch : public QWidget {
    Q_OBJECT
public:
    /// The editor must outlive it.
    explicit PersonalDataWatch(QPlainTextEdit* editor, QWidget* parent = nullptr);

    /// What is shown now, in the order of the text.
    const std::vector<PersonalDataMatch>& matches() const { return m_matches; }
    QString sentence() const;
    /// The same is said elsewhere: the line goes, the marks stay, until the text is changed.
    void setSaidElsewhere(bool said);
    /// Another text begins: what was put aside is asked about again.
    void forget();
    void showNext();
    /// Its buttons, in the order of the focus.
    QList<QWidget*> stops() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();
    void mark();
    void say();
    void putAside();
    void retranslate();
    const PersonalDataMatch* current() const; ///< under the caret, else the first

    QPlainTextEdit* m_editor;
    QLabel* m_sign;
    QLabel* m_words;
    QToolButton* m_next;
    QToolButton* m_noName;
    std::vector<PersonalDataMatch> m_matches;
    QSet<QString> m_aside;
    bool m_saidElsewhere = false;
};

} // namespace hk::ui
