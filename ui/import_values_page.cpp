#include "ui/import_values_page.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/category_edit.h"
#include "ui/form_field.h"
#include "ui/import_widgets.h"
#include "ui/widgets.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hk::ui {

ImportValuesPage::ImportValuesPage(QWidget* parent)
    : QWidget(parent)
    , m_title(label("section", this))
    , m_lead(label("muted", this))
    , m_busy(new QProgressBar(this))
    , m_default(new CategoryEdit(this))
    , m_load(linkButton(this))
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget(this))
    , m_grid(new QGridLayout)
{
    for (QLabel* words : {m_title, m_lead})
        words->setTextFormat(Qt::PlainText);
    m_lead->setObjectName(QStringLiteral("importValuesLead"));
    m_lead->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_load->setText(tr("Read from a file…"));
    m_load->setToolTip(tr("A CSV file with the columns value and field_value"));
    m_default->setObjectName(QStringLiteral("importDefaultCategory"));
    m_default->setPlaceholderText(tr("Code or name"));
    m_defaultField = new FormField(m_default, this);
    m_defaultField->setMaximumWidth(std::max(460, fontMetrics().averageCharWidth() * 64));
    keepHeight(*m_list);
    auto* listColumn = new QVBoxLayout(m_list);
    listColumn->setContentsMargins(0, 0, 12, 0);
    listColumn->addLayout(m_grid);
    listColumn->addStretch();
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(2, 4);
    m_grid->setColumnStretch(3, 2);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_list);
    // The list of suggestions lies over the page and does not scroll with it.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        for (const Row& row : m_rows)
            row.category->hideList();
    });
    connect(m_default, &CategoryEdit::categoryChanged, this, &ImportValuesPage::updateNotes);
    connect(m_load, &QToolButton::clicked, this, &ImportValuesPage::askForValues);
    auto* head = new QHBoxLayout;
    tight(head);
    head->addWidget(m_title, 1);
    head->addWidget(m_load);
    auto* column = new QVBoxLayout(this);
    tight(column, 8);
    column->addLayout(head);
    column->addWidget(m_lead);
    column->addWidget(m_busy);
    column->addWidget(m_defaultField);
    column->addSpacing(4);
    column->addWidget(m_scroll, 1);
    column->addStretch(0);
}

void ImportValuesPage::setCategories(const CategoryList& categories)
{
    m_categories = categories;
    m_default->setCategories(categories);
}

void ImportValuesPage::clearRows()
{
    m_rows.clear();
    m_loaded.clear();
    m_further = 0;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ImportValuesPage::showWithoutColumn()
{
    clearRows();
    m_hasColumn = false;
    m_counting = false;
    m_busy->hide();
    m_scroll->hide();
    m_load->hide();
    m_title->setText(tr("No column holds the category"));
    m_lead->setText(tr("Choose one category for all incidents of this file, or go back and choose a column."));
    m_defaultField->setName(tr("Category of all rows"));
    m_defaultField->setHint({});
    m_defaultField->show();
}

void ImportValuesPage::showCounting(const QString& column)
{
    clearRows();
    m_hasColumn = true;
    m_counting = true;
    m_scroll->hide();
    m_load->hide();
    m_defaultField->hide();
    m_busy->show();
    m_title->setText(tr("Categories in the column “%1”").arg(column));
    m_lead->setText(tr("Reading which values there are…"));
}

void ImportValuesPage::showError(const Error& error)
{
    clearRows();
    m_counting = false;
    m_busy->hide();
    m_lead->setText(text::describe(error));
}

void ImportValuesPage::showCounts(const QString& column, const exchange::ImportReader::ValueCounts& counts)
{
    clearRows();
    m_hasColumn = true;
    m_counting = false;
    m_busy->hide();
    m_defaultField->show();
    m_scroll->show();
    m_load->show();
    m_title->setText(tr("Categories in the column “%1”").arg(column));
    m_defaultField->setName(tr("Category of all other values, and where the column is empty"));
    m_defaultField->setHint(tr("Leave it empty to have such rows left out as faulty."));

    m_further = counts.further;
    for (const auto& [value, count] : counts.values) {
        if (value.isEmpty() || m_rows.size() >= mostValues)
            m_further += count;
        else
            m_rows.push_back({value, count, nullptr, nullptr, false});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row& a, const Row& b) {
        return matchOf(a.value).code.isEmpty() && !matchOf(b.value).code.isEmpty();
    });
    addHeadings();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        addRow(i);
    updateNotes();
    tabByLayout(this);
}

void ImportValuesPage::addHeadings()
{
    const QString headings[] = {tr("Value in the file"), tr("Rows"), tr("Becomes")};
    for (int i = 0; i < 3; ++i) {
        QLabel* heading = label("caption", m_list);
        heading->setText(headings[i]);
        m_grid->addWidget(heading, 0, i, i == 1 ? Qt::AlignRight : Qt::AlignLeft);
    }
}

void ImportValuesPage::addRow(std::size_t index)
{
    constexpr qsizetype longest = 48;
    Row& row = m_rows[index];
    row.category = new CategoryEdit(m_list);
    row.category->setObjectName(QStringLiteral("value_") + row.value);
    row.category->setCategories(m_categories);
    row.category->setPlaceholderText(tr("Code or name"));
    row.category->setAccessibleName(tr("Category of “%1”").arg(row.value));
    row.note = label("caption", m_list);
    auto* value = new QLabel(m_list);
    value->setTextFormat(Qt::PlainText);
    value->setText(row.value.size() > longest ? row.value.left(longest - 1) + QChar(0x2026) : row.value);
    value->setToolTip(row.value);
    value->setBuddy(row.category);
    auto* count = new QLabel(m_list);
    count->setText(text::number(row.count));
    const int line = static_cast<int>(index) + 1;
    m_grid->addWidget(value, line, 0);
    m_grid->addWidget(count, line, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row.category, line, 2);
    m_grid->addWidget(row.note, line, 3);

    const exchange::CategoryMatch match = matchOf(row.value);
    row.guessed = !match.code.isEmpty() && !match.sure;
    if (!match.code.isEmpty())
        row.category->setCode(match.code);
    connect(row.category, &CategoryEdit::categoryChanged, this, [this, index] {
        m_rows[index].guessed = false;
        updateNotes();
    });
    connect(row.category, &CategoryEdit::categoryAccepted, this, [this, index] {
        if (index + 1 < m_rows.size())
            m_rows[index + 1].category->setFocus(Qt::TabFocusReason);
    });
}

exchange::CategoryMatch ImportValuesPage::matchOf(const QString& value) const
{
    return exchange::matchCategory(value, m_categories);
}

void ImportValuesPage::recall(const exchange::ImportMapping& mapping)
{
    if (const QString code = mapping.defaults.value(field::category); !code.isEmpty())
        chooseDefault(code);
    const QHash<QString, QString> values = mapping.values.value(field::category);
    m_loaded = values; // also of values that this file does not have
    for (const Row& row : m_rows)
        if (values.contains(row.value))
            chooseCategory(row.value, values.value(row.value));
}

QString ImportValuesPage::chosenCode(const CategoryEdit& edit) const
{
    if (edit.text().trimmed().isEmpty())
        return {};
    const QString code = edit.code();
    return m_categories.contains(code) ? code : QString();
}

void ImportValuesPage::updateNotes()
{
    const bool hasDefault = !chosenCode(*m_default).isEmpty();
    qint64 openRows = m_further;
    for (const Row& row : m_rows) {
        const bool chosen = !chosenCode(*row.category).isEmpty();
        if (!chosen)
            openRows += row.count;
        row.note->setText(chosen ? (row.guessed ? tr("guess") : QString())
                                 : (hasDefault ? tr("as all other values") : tr("left out")));
    }
    if (!m_hasColumn || m_counting)
        return;
    const auto rows = static_cast<int>(openRows);
    if (openRows == 0)
        m_lead->setText(tr("Every value has its category. Look through the guesses."));
    else if (hasDefault)
        m_lead->setText(tr("%Ln row(s) have a value without a category of its own and take the one below.", nullptr, rows));
    else
        m_lead->setText(tr("%Ln row(s) have a value without a category. Choose one for each value, or one for all others.",
                           nullptr, rows));
}

void ImportValuesPage::askForValues()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Categories of the values"), {}, tr("Text table (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Result<void> loaded = loadValues(path); !loaded)
        m_lead->setText(text::describe(loaded.error()));
}

Result<void> ImportValuesPage::loadValues(const QString& path)
{
    Result<QHash<QString, QString>> values = exchange::readValueMap(path);
    if (!values)
        return tl::unexpected(values.error());
    m_loaded = std::move(*values);
    for (const Row& row : m_rows)
        if (const Category* category = m_categories.match(m_loaded.value(row.value)))
            chooseCategory(row.value, category->code);
    updateNotes();
    return {};
}

void ImportValuesPage::addTo(exchange::ImportMapping& mapping) const
{
    if (const QString code = chosenCode(*m_default); !code.isEmpty())
        mapping.defaults.insert(field::category, code);
    QHash<QString, QString> values = m_loaded;
    for (const Row& row : m_rows) {
        const QString code = chosenCode(*row.category);
        // A value that is a category by itself and has been taken away is to be none; any other keeps its own word, so
        // that the reason of its rejection names it.
        if (!code.isEmpty() || m_categories.match(row.value))
            values.insert(row.value, code);
        else
            values.remove(row.value);
    }
    if (!values.isEmpty())
        mapping.values.insert(field::category, values);
}

QString ImportValuesPage::missing() const
{
    if (m_counting)
        return tr("The values are still being read.");
    const bool any = !m_loaded.isEmpty() || !chosenCode(*m_default).isEmpty()
                     || std::any_of(m_rows.begin(), m_rows.end(),
                                    [this](const Row& row) { return !chosenCode(*row.category).isEmpty(); });
    return any ? QString() : tr("Choose at least one category: without one every row would be left out.");
}

QString ImportValuesPage::categoryOf(const QString& value) const
{
    for (const Row& row : m_rows)
        if (row.value == value)
            return chosenCode(*row.category);
    return {};
}

void ImportValuesPage::chooseCategory(const QString& value, const QString& code)
{
    for (Row& row : m_rows) {
        if (row.value != value)
            continue;
        row.category->setCode(code);
        row.guessed = false;
    }
    updateNotes();
}

void ImportValuesPage::chooseDefault(const QString& code)
{
    m_default->setCode(code);
    updateNotes();
}

} // namespace hk::ui
