#include "ui/personal_data_watch.h"

#include "core/result.h"
#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

bool isQuestion(const PersonalDataMatch& match)
{
    return severityOf(match.kind) == PersonalDataSeverity::Question;
}

} // namespace

PersonalDataWatch::PersonalDataWatch(QPlainTextEdit* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_sign(new QLabel(this))
    , m_words(label("caption", this))
    , m_next(linkButton(this))
    , m_noName(linkButton(this))
{
    setObjectName(QStringLiteral("personalDataWatch"));
    m_words->setObjectName(QStringLiteral("personalDataWords"));
    m_next->setObjectName(QStringLiteral("personalDataNext"));
    m_noName->setObjectName(QStringLiteral("personalDataNoName"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_sign->setAlignment(Qt::AlignTop);
    m_sign->setContentsMargins(0, 1, 0, 0);
    for (QToolButton* button : {m_next, m_noName})
        button->setFocusPolicy(Qt::StrongFocus);
    auto* links = new QHBoxLayout;
    tight(links, 12);
    links->addWidget(m_next);
    links->addWidget(m_noName);
    links->addStretch();
    auto* column = new QVBoxLayout;
    tight(column, 2);
    column->addWidget(m_words);
    column->addLayout(links);
    auto* row = new QHBoxLayout(this);
    tight(row, 4);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    auto* key = new QShortcut(QKeySequence(Qt::Key_F8), m_editor);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &PersonalDataWatch::showNext);
    connect(m_next, &QToolButton::clicked, this, &PersonalDataWatch::showNext);
    connect(m_noName, &QToolButton::clicked, this, &PersonalDataWatch::putAside);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_saidElsewhere = false;
        look();
    });
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &PersonalDataWatch::look);
    retranslate();
    look();
}

QString PersonalDataWatch::sentence() const
{
    return m_words->text();
}

void PersonalDataWatch::setSaidElsewhere(bool said)
{
    m_saidElsewhere = said;
    say();
}

void PersonalDataWatch::forget()
{
    m_aside.clear();
    m_saidElsewhere = false;
    look();
}

QList<QWidget*> PersonalDataWatch::stops() const
{
    return {m_next, m_noName};
}

void PersonalDataWatch::look()
{
    const int caret = m_editor->textCursor().position();
    std::vector<PersonalDataMatch> found = findPersonalData(m_editor->toPlainText());
    std::erase_if(found, [&](const PersonalDataMatch& match) {
        const bool typing = m_editor->hasFocus() && match.position + match.length == caret;
        return isQuestion(match) && (typing || m_aside.contains(match.text));
    });
    m_matches = std::move(found);
    mark();
    say();
}

void PersonalDataWatch::mark()
{
    const ThemeColours colours = themeColours(isDark(palette()));
    QList<QTextEdit::ExtraSelection> marks;
    for (const PersonalDataMatch& match : m_matches) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_editor->document());
        mark.cursor.setPosition(static_cast<int>(match.position));
        mark.cursor.setPosition(static_cast<int>(match.position + match.length), QTextCursor::KeepAnchor);
        const bool question = isQuestion(match);
        mark.format.setUnderlineStyle(question ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(question ? colours.accent : colours.error);
        if (!question)
            mark.format.setForeground(colours.error);
        marks.append(mark);
    }
    m_editor->setExtraSelections(marks);
}

const PersonalDataMatch* PersonalDataWatch::current() const
{
    const int caret = m_editor->textCursor().position();
    for (const PersonalDataMatch& match : m_matches)
        if (match.position <= caret && caret <= match.position + match.length)
            return &match;
    return m_matches.empty() ? nullptr : &m_matches.front();
}

void PersonalDataWatch::say()
{
    const PersonalDataMatch* match = current();
    setVisible(match && !m_saidElsewhere);
    if (!match) {
        if (!m_words->text().isEmpty())
            m_editor->setAccessibleDescription({});
        m_words->clear();
        return;
    }
    QString words = text::describe({ErrorCode::PersonalData, {}, {toName(match->kind), match->text}, {}});
    if (m_matches.size() > 1)
        words = tr("%1 (%2 of %3)")
                    .arg(words, QString::number(match - m_matches.data() + 1), QString::number(m_matches.size()));
    const bool question = isQuestion(*match);
    m_sign->setPixmap(icon(QStringLiteral("warning"), question ? IconTone::Accent : IconTone::Error).pixmap(14, 14));
    m_noName->setVisible(question);
    // The one who does not see the line hears it, and again when the text gets the focus.
    if (!m_saidElsewhere)
        m_editor->setAccessibleDescription(words);
    if (words == m_words->text())
        return;
    m_words->setText(words);
    QAccessibleEvent heard(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

void PersonalDataWatch::showNext()
{
    if (m_matches.empty())
        return;
    const int caret = m_editor->textCursor().selectionStart();
    const bool selected = m_editor->textCursor().hasSelection();
    const PersonalDataMatch* next = &m_matches.front();
    for (const PersonalDataMatch& match : m_matches)
        if (match.position > caret || (!selected && match.position == caret)) {
            next = &match;
            break;
        }
    QTextCursor cursor(m_editor->document());
    // From its end to its beginning: the caret stands where the next one is looked for from.
    cursor.setPosition(static_cast<int>(next->position + next->length));
    cursor.setPosition(static_cast<int>(next->position), QTextCursor::KeepAnchor);
    m_editor->setFocus(Qt::ShortcutFocusReason);
    m_editor->setTextCursor(cursor);
}

void PersonalDataWatch::putAside()
{
    if (const PersonalDataMatch* match = current(); match && isQuestion(*match))
        m_aside.insert(match->text);
    m_editor->setFocus(Qt::OtherFocusReason);
    look();
}

void PersonalDataWatch::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_words->clear();
        say();
    } else if (event->type() == QEvent::PaletteChange) {
        mark();
    }
    QWidget::changeEvent(event);
}

void PersonalDataWatch::retranslate()
{
    m_next->setText(tr("Go to it (F8)"));
    m_noName->setText(tr("Not a person's name"));
}

} // namespace hk::ui
