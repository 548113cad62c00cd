#include "ui/methods/result_view.h"

#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/methods/result_bars.h"
#include "ui/methods/result_table_view.h"
#include "ui/widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

constexpr qsizetype sentencesInSight = 5;
constexpr std::size_t barsInSight = 2; // the further ones are folded at first

QLabel* wrapped(QLabel* words)
{
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return words;
}

} // namespace

ResultView::ResultView(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    tight(column, 0);
}

QVBoxLayout* ResultView::renew()
{
    m_lines.clear();
    if (m_content) {
        // Not at once: the click that led here may come from within.
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    tight(column, 8);
    return column;
}

void ResultView::addWords(QVBoxLayout& column, const QString& words, const char* role)
{
    if (words.isEmpty())
        return;
    QLabel* line = wrapped(role ? label(role, m_content) : new QLabel(m_content));
    line->setText(words);
    column.addWidget(line);
    m_lines.append(words);
}

void ResultView::addWarning(QVBoxLayout& column, const QString& words)
{
    auto* row = new QHBoxLayout;
    tight(row, 6);
    auto* sign = new QLabel(m_content);
    sign->setPixmap(icon(QStringLiteral("warning")).pixmap(14, 14));
    row->addWidget(sign, 0, Qt::AlignTop);
    QLabel* line = wrapped(new QLabel(m_content));
    line->setText(words);
    row->addWidget(line, 1);
    column.addLayout(row);
    m_lines.append(words);
}

void ResultView::addSentences(QVBoxLayout& column, const QStringList& sentences)
{
    for (qsizetype i = 0; i < std::min(sentencesInSight, sentences.size()); ++i)
        addWords(column, sentences.at(i), i == 0 ? "section" : nullptr);
    if (sentences.size() <= sentencesInSight)
        return;
    auto* more = new Section(m_content);
    more->setTitle(tr("%n more sentence(s)", nullptr, static_cast<int>(sentences.size() - sentencesInSight)));
    for (qsizetype i = sentencesInSight; i < sentences.size(); ++i) {
        QLabel* line = wrapped(new QLabel(m_content));
        line->setText(sentences.at(i));
        more->content()->addWidget(line);
        m_lines.append(sentences.at(i));
    }
    more->setFolded(true);
    column.addWidget(more);
}

void ResultView::showResult(const methods::MethodResultPtr& result)
{
    m_result = result;
    QVBoxLayout* column = renew();
    addSentences(*column, result->sentences);
    for (const QString& warning : result->warnings)
        addWarning(*column, warning);
    for (std::size_t i = 0; i < result->bars.size(); ++i) {
        const methods::ResultBars& bars = result->bars[i];
        auto* section = new Section(m_content);
        section->setTitle(bars.unit.isEmpty() ? bars.title
                                              : tr("%1, %2", "what the bars show, their unit").arg(bars.title, bars.unit));
        section->content()->addWidget(new ResultBarsView(bars, section));
        section->setFolded(i >= barsInSight);
        column->addWidget(section);
    }
    for (std::size_t i = 0; i < result->tables.size(); ++i) {
        const methods::ResultTable& table = result->tables[i];
        auto* section = new Section(m_content);
        section->setTitle(table.title);
        auto* view = new ResultTableView(table, section);
        connect(view, &ResultTableView::rowChosen, this,
                [this, i](int row) { Q_EMIT rowChosen(static_cast<int>(i), row); });
        connect(view, &ResultTableView::rowFilterWanted, this,
                [this, i](int row) { Q_EMIT rowFilterWanted(static_cast<int>(i), row); });
        section->content()->addWidget(view);
        column->addWidget(section);
    }
    for (const QString& remark : result->remarks)
        addWords(*column, remark, "caption");
    if (!result->parameters.isEmpty())
        addWords(*column, tr("Worked out with: %1").arg(result->parameters.join(QStringLiteral(" · "))), "caption");
    column->addStretch();
}

void ResultView::showError(const Error& error)
{
    m_result = nullptr;
    QVBoxLayout* column = renew();
    addWarning(*column, text::describe(error));
    column->addStretch();
}

void ResultView::showAdvice(const QString& sentence)
{
    m_result = nullptr;
    QVBoxLayout* column = renew();
    addWords(*column, sentence, "muted");
    column->addStretch();
}

QString ResultView::text() const
{
    return m_lines.join(u'\n');
}

} // namespace hk::ui
