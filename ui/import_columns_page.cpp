#include "ui/import_columns_page.h"

#include "core/incident_draft.h"
#include "exchange/draft_builder.h"
#include "text/sentences.h"
#include "ui/import_reading_box.h"
#include "ui/import_sample.h"
#include "ui/import_widgets.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

// Rows of the position: their field follows the coordinate system.
const QString east = QStringLiteral("east");
const QString north = QStringLiteral("north");

const QString ofFile = QStringLiteral("file");
const QString other = QStringLiteral("other");
const QString wgs84 = QStringLiteral("EPSG:4326");
const QString swerefTm = QStringLiteral("EPSG:3006");

} // namespace

ImportColumnsPage::ImportColumnsPage(QWidget* parent)
    : QWidget(parent)
    , m_name(label("section", this))
    , m_facts(label("muted", this))
    , m_other(linkButton(this))
    , m_layerName(label("muted", this))
    , m_layers(new CalmComboBox(this))
    , m_sample(new ImportSample(this))
    , m_reading(new ImportReadingBox(this))
    , m_planWords(label("muted", this))
    , m_planBox(new CalmComboBox(this))
{
    m_planWords->setText(tr("Read as"));
    m_planWords->setBuddy(m_planBox);
    m_planBox->setObjectName(QStringLiteral("importPlan"));
    m_planBox->setAccessibleName(tr("Saved way of importing"));
    m_planWords->hide();
    m_planBox->hide();
    m_other->setText(tr("Choose another file…"));
    m_layerName->setText(tr("Sheet or layer"));
    m_layerName->setBuddy(m_layers);
    m_layers->setObjectName(QStringLiteral("importLayer"));
    m_name->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    tight(head);
    head->addWidget(m_name);
    head->addWidget(m_facts);
    head->addWidget(m_other);
    head->addStretch();
    head->addWidget(m_planWords);
    head->addWidget(m_planBox);
    head->addWidget(m_layerName);
    head->addWidget(m_layers);

    auto* fields = new QWidget(this);
    keepHeight(*fields);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 12, 8);
    column->setSpacing(12);
    addSection(column, tr("When"), {field::from, field::fromTime, field::to, field::toTime}, false);
    addSection(column, tr("Where"), {east, north, field::place, field::precision}, false);
    addSection(column, tr("What"), {field::category, field::description, field::severity, field::persons}, false);
    addSection(column, tr("More fields"),
               {field::externalId, field::organisation, field::reportedToPolice, field::surroundings, field::status,
                field::confidentiality, field::radius, field::disposalDate},
               false);
    auto* reading = new Section(this);
    reading->setTitle(tr("How it is written"));
    reading->content()->addWidget(m_reading);
    column->addWidget(reading);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(fields);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);

    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(scroll);
    split->addWidget(m_sample);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({560, 380});
    auto* outer = new QVBoxLayout(this);
    tight(outer, 12);
    outer->addLayout(head);
    outer->addWidget(split, 1);

    connect(m_other, &QToolButton::clicked, this, &ImportColumnsPage::otherFileWanted);
    connect(m_reading, &ImportReadingBox::formChosen, this, &ImportColumnsPage::formChosen);
    connect(m_reading, &ImportReadingBox::changed, this, &ImportColumnsPage::checkSample);
    connect(m_planBox, &QComboBox::activated, this, &ImportColumnsPage::planTaken);
    connect(m_layers, &QComboBox::activated, this, [this](int index) { Q_EMIT layerChosen(m_layers->itemText(index)); });
}

void ImportColumnsPage::addSection(QVBoxLayout* column, const QString& title, const QStringList& fields, bool folded)
{
    auto* section = new Section(this);
    section->setTitle(title);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 4);
    grid->setColumnStretch(2, 3);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 20);
    for (const QString& name : fields) {
        addRow(grid, name);
        if (name == north)
            addCrsRow(grid);
    }
    section->content()->addLayout(grid);
    if (fields.contains(north)) {
        m_byName = new QCheckBox(tr("Rows without coordinates lie where their place is on the map"), this);
        m_byName->setObjectName(QStringLiteral("importByName"));
        m_digests = new QCheckBox(tr("Also notices that sum up others"), this);
        m_digests->setObjectName(QStringLiteral("importDigests"));
        for (QCheckBox* box : {m_byName, m_digests}) {
            section->content()->addWidget(box);
            connect(box, &QCheckBox::toggled, this, &ImportColumnsPage::checkSample);
        }
    }
    section->setFolded(folded);
    column->addWidget(section);
}

ImportColumnsPage::Row& ImportColumnsPage::addRow(QGridLayout* grid, const QString& field)
{
    m_rows.push_back(std::make_unique<Row>());
    Row& row = *m_rows.back();
    row.field = field;
    row.name = new QLabel(this);
    row.name->setText(field == field::fromTime ? tr("Time of day, from")
                      : field == field::toTime ? tr("Time of day, to")
                                               : text::fieldName(field));
    row.columns = new CalmComboBox(this);
    row.columns->setObjectName(QStringLiteral("column_") + field);
    row.columns->setAccessibleName(row.name->text());
    row.columns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.columns->setMinimumContentsLength(12);
    row.example = label("caption", this);
    row.example->setTextFormat(Qt::PlainText);
    row.example->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row.name->setBuddy(row.columns);
    const int line = grid->rowCount();
    grid->addWidget(row.name, line, 0);
    grid->addWidget(row.columns, line, 1);
    grid->addWidget(row.example, line, 2);
    connect(row.columns, &QComboBox::currentIndexChanged, this, [this, &row] { columnChosen(row); });
    return row;
}

void ImportColumnsPage::addCrsRow(QGridLayout* grid)
{
    auto* name = new QLabel(tr("Coordinate system"), this);
    m_crs = new CalmComboBox(this);
    m_crs->setObjectName(QStringLiteral("importCrs"));
    m_crs->setAccessibleName(name->text());
    m_crs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_crs->setMinimumContentsLength(12);
    name->setBuddy(m_crs);
    m_otherCrs = new QLineEdit(this);
    m_otherCrs->setObjectName(QStringLiteral("importOtherCrs"));
    m_otherCrs->setPlaceholderText(tr("EPSG code, such as 3008"));
    m_otherCrs->setAccessibleName(tr("EPSG code"));
    m_crsNote = label("caption", this);
    m_crsNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int line = grid->rowCount();
    grid->addWidget(name, line, 0);
    grid->addWidget(m_crs, line, 1);
    grid->addWidget(m_crsNote, line, 2);
    grid->addWidget(m_otherCrs, line + 1, 1);
    m_otherCrs->hide();
    connect(m_otherCrs, &QLineEdit::textChanged, this, &ImportColumnsPage::checkSample);
    connect(m_crs, &QComboBox::currentIndexChanged, this, &ImportColumnsPage::crsChosen);
}

ImportColumnsPage::Row* ImportColumnsPage::rowOf(const QString& field)
{
    for (const auto& row : m_rows)
        if (row->field == field)
            return row.get();
    return nullptr;
}

const ImportColumnsPage::Row* ImportColumnsPage::rowOf(const QString& field) const
{
    return const_cast<ImportColumnsPage*>(this)->rowOf(field);
}

QString ImportColumnsPage::columnOf(const QString& field) const
{
    const Row* row = rowOf(field);
    return row ? row->columns->currentData().toString() : QString();
}

void ImportColumnsPage::chooseColumn(const QString& field, const QString& column)
{
    const bool isEast = field == field::longitude || field == field::easting;
    const bool isNorth = field == field::latitude || field == field::northing;
    if (Row* row = rowOf(isEast ? east : isNorth ? north : field))
        row->columns->setCurrentIndex(row->columns->findData(column));
}

void ImportColumnsPage::chooseCrs(const QString& crs)
{
    int index = m_crs->findData(crs.isEmpty() || crs == m_file.crs ? ofFile : crs);
    if (index < 0)
        index = m_crs->findData(crs);
    if (index < 0 && !crs.isEmpty()) {
        m_otherCrs->setText(crs);
        index = m_crs->findData(other);
    }
    if (index >= 0)
        m_crs->setCurrentIndex(index);
    m_crsNote->clear();
}

void ImportColumnsPage::fill(Row& row, const QString& column, bool guessed, const QString& none)
{
    row.columns->clear();
    row.columns->addItem(none, QString());
    for (const QString& name : m_file.columns)
        row.columns->addItem(name, name);
    row.columns->setCurrentIndex(std::max(0, row.columns->findData(column)));
    row.guessed = guessed && !column.isEmpty();
    showExample(row);
}

void ImportColumnsPage::setFile(const ImportFile& file)
{
    m_file = file;
    m_filling = true;
    m_name->setText(QFileInfo(file.path).fileName());
    m_facts->setText(file.rows >= 0 ? tr("%Ln row(s)", nullptr, static_cast<int>(file.rows)) + QStringLiteral(", ")
                                          + tr("%Ln column(s)", nullptr, static_cast<int>(file.columns.size()))
                                    : tr("%Ln column(s)", nullptr, static_cast<int>(file.columns.size())));
    m_layers->clear();
    m_layers->addItems(file.layers);
    m_layers->setCurrentIndex(std::max(0, static_cast<int>(file.layers.indexOf(file.layer))));
    m_layers->setVisible(file.layers.size() > 1);
    m_layerName->setVisible(file.layers.size() > 1);

    const ImportGuess guess = guessColumns(file);
    const QString none = tr("(none)");
    const QString shapes = file.hasGeometry ? tr("(the shapes in the file)") : none;
    for (const auto& row : m_rows) {
        if (row->field == east || row->field == north)
            fill(*row, row->field == east ? guess.east : guess.north, guess.guessed.contains(field::position), shapes);
        else
            fill(*row, guess.columns.value(row->field), guess.guessed.contains(row->field), none);
    }
    m_crs->clear();
    if (file.hasGeometry && !file.crs.isEmpty()) {
        const QString said = file.crs.size() < 20 ? file.crs : tr("its own");
        m_crs->addItem(tr("As the file says (%1)").arg(said), ofFile);
    }
    m_crs->addItem(tr("WGS 84, longitude and latitude"), wgs84);
    m_crs->addItem(tr("SWEREF 99 TM"), swerefTm);
    m_crs->addItem(tr("SWEREF 99 12 00"), QStringLiteral("EPSG:3007"));
    m_crs->addItem(tr("RT 90 2.5 gon V"), QStringLiteral("EPSG:3021"));
    m_crs->addItem(tr("Another…"), other);
    const QString likely = guess.east.isEmpty() && file.hasGeometry && !file.crs.isEmpty() ? ofFile : guess.crs;
    m_crs->setCurrentIndex(m_crs->findData(likely.isEmpty() ? wgs84 : likely));
    m_crsNote->setText(!guess.crs.isEmpty() && guess.guessed.contains(field::position) ? tr("guess by the numbers")
                                                                                        : QString());
    m_byName->setChecked(guess.placesByName || file.police);
    m_digests->setChecked(false);
    m_digests->setVisible(file.police);
    m_reading->setFile(file, guess);
    m_sample->setFile(file);
    m_filling = false;
    crsChosen();
}

void ImportColumnsPage::setChecks(const CategoryList& categories, const exchange::PlaceFinder& places)
{
    m_sample->setChecks(categories, places);
}

void ImportColumnsPage::setPlans(const std::vector<exchange::ImportPlan>& plans, bool take)
{
    m_plans = plans;
    m_planBox->clear();
    m_planBox->addItem(tr("(as guessed)"));
    for (const exchange::ImportPlan& plan : plans)
        m_planBox->addItem(plan.name);
    m_planWords->setVisible(!plans.empty());
    m_planBox->setVisible(!plans.empty());
    if (plans.empty() || !take)
        return;
    m_planBox->setCurrentIndex(1);
    planTaken();
}

QString ImportColumnsPage::planName() const
{
    return m_planBox->currentIndex() > 0 ? m_planBox->currentText() : QString();
}

void ImportColumnsPage::planTaken()
{
    const int index = m_planBox->currentIndex();
    if (index > 0 && static_cast<std::size_t>(index) <= m_plans.size()) {
        choose(m_plans[static_cast<std::size_t>(index) - 1].mapping);
        Q_EMIT planChosen(m_plans[static_cast<std::size_t>(index) - 1]);
        return;
    }
    setFile(ImportFile(m_file));
    Q_EMIT planChosen({});
}

void ImportColumnsPage::choose(const exchange::ImportMapping& mapping)
{
    m_filling = true;
    for (const auto& row : m_rows)
        row->columns->setCurrentIndex(0);
    chooseCrs(mapping.crs);
    for (auto it = mapping.columns.constBegin(); it != mapping.columns.constEnd(); ++it)
        chooseColumn(it.key(), it.value());
    m_reading->choose(mapping);
    m_byName->setChecked(mapping.placesByName);
    m_digests->setChecked(mapping.keepDigests);
    for (const auto& row : m_rows) {
        row->guessed = false;
        showExample(*row);
    }
    m_filling = false;
    crsChosen();
}

void ImportColumnsPage::checkSample()
{
    if (!m_filling)
        m_sample->check(mapping());
}

void ImportColumnsPage::columnChosen(Row& row)
{
    if (m_filling)
        return;
    row.guessed = false;
    showExample(row);
    showHeadings();
    checkSample();
}

void ImportColumnsPage::showExample(const Row& row)
{
    const QString value = m_file.example(row.columns->currentData().toString());
    const QString shown = shortened(value);
    row.example->setText(!row.guessed      ? shown
                         : shown.isEmpty() ? tr("guess")
                                           : tr("guess: %1", "the program's guess, with a value as an example").arg(shown));
    row.example->setToolTip(value);
}

void ImportColumnsPage::crsChosen()
{
    if (m_filling)
        return;
    m_otherCrs->setVisible(m_crs->currentData() == other);
    if (sender() == m_crs)
        m_crsNote->clear();
    const bool geographic = isGeographic();
    rowOf(east)->name->setText(text::fieldName(geographic ? field::longitude : field::easting));
    rowOf(north)->name->setText(text::fieldName(geographic ? field::latitude : field::northing));
    for (const QString& end : {east, north})
        rowOf(end)->columns->setAccessibleName(rowOf(end)->name->text());
    showHeadings();
    checkSample();
}

QString ImportColumnsPage::crs() const
{
    const QString chosen = m_crs->currentData().toString();
    if (chosen == ofFile)
        return {};
    if (chosen != other)
        return chosen;
    QString code = m_otherCrs->text().trimmed();
    static const QRegularExpression digits(QStringLiteral("^\\d+$"));
    return digits.match(code).hasMatch() ? QStringLiteral("EPSG:") + code : code;
}

bool ImportColumnsPage::isGeographic() const { return m_crs->currentData() == wgs84; }

QString ImportColumnsPage::positionColumn(const QString& end) const { return rowOf(end)->columns->currentData().toString(); }

exchange::ImportMapping ImportColumnsPage::mapping() const
{
    exchange::ImportMapping mapping;
    mapping.exact = true;
    mapping.layer = m_file.layer;
    mapping.crs = crs();
    for (const auto& row : m_rows) {
        const QString column = row->columns->currentData().toString();
        if (column.isEmpty() || row->field == east || row->field == north)
            continue;
        mapping.columns.insert(row->field, column);
    }
    if (!positionColumn(east).isEmpty() && !positionColumn(north).isEmpty()) {
        mapping.columns.insert(isGeographic() ? field::longitude : field::easting, positionColumn(east));
        mapping.columns.insert(isGeographic() ? field::latitude : field::northing, positionColumn(north));
        if (m_crs->currentData() == ofFile)
            mapping.crs = m_file.crs;
    }
    m_reading->addTo(mapping);
    mapping.placesByName = m_byName->isChecked();
    mapping.keepDigests = m_digests->isChecked();
    return mapping;
}

QString ImportColumnsPage::missing() const
{
    if (columnOf(field::from).isEmpty())
        return tr("Say which column holds the time of the incidents (From).");
    const bool hasEast = !positionColumn(east).isEmpty();
    const bool hasNorth = !positionColumn(north).isEmpty();
    const bool byName = m_byName->isChecked() && !columnOf(field::place).isEmpty();
    if (hasEast != hasNorth || (!hasEast && !m_file.hasGeometry && !byName))
        return tr("Say which two columns hold the position: %1 and %2.")
            .arg(rowOf(east)->name->text(), rowOf(north)->name->text());
    if (hasEast && positionColumn(east) == positionColumn(north))
        return tr("%1 and %2 are the same column. Choose two different ones.")
            .arg(rowOf(east)->name->text(), rowOf(north)->name->text());
    if (m_crs->currentData() == other && m_otherCrs->text().trimmed().isEmpty())
        return tr("Give the EPSG code of the coordinate system, or choose another one.");
    return {};
}

void ImportColumnsPage::showHeadings()
{
    QHash<QString, QStringList> fields;
    for (const auto& row : m_rows)
        if (const QString column = row->columns->currentData().toString(); !column.isEmpty())
            fields[column].append(row->name->text());
    m_sample->setFields(fields);
}

} // namespace hk::ui
