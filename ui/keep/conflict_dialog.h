#pragma once

#include "core/category.h"
#include "core/incident.h"

#include <QDialog>

namespace hk::ui {

/// Somebody else has changed an incident since its form was opened: both versions side by side where they differ, and what to
/// do with them.
class ConflictDialog : public QDialog {
    Q_OBJECT
public:
    enum class Answer { GoOn, TakeTheirs, SaveMine };

    /// `theirs` as stored now, `mine` as the form has it.
    ConflictDialog(const Incident& theirs, const Incident& mine, const CategoryList& categories, QWidget* parent = nullptr);
    Answer answer() const { return m_answer; }
    int differences() const { return m_differences; }

private:
    Answer m_answer = Answer::GoOn;
    int m_differences = 0;
};

} // namespace hk::ui
