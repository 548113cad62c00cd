#include "ui/incident_fields.h"

#include "core/ring.h"
#include "core/time_phrase.h"
#include "text/sentences.h"
#include "ui/category_edit.h"
#include "ui/form_field.h"
#include "ui/link_inset.h"
#include "ui/personal_data_watch.h"
#include "ui/place_input.h"
#include "ui/theme.h"
#include "ui/time_input.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTextDocument>
#include <QToolButton>

namespace hk::ui {
namespace {

template <class Enum>
Enum chosen(const QComboBox* box)
{
    return static_cast<Enum>(box->currentData().toInt());
}

template <class Enum>
void choose(QComboBox* box, Enum value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

/// Fields that share an editor: a fault of the position is shown at the place.
QString editorOf(const QString& name)
{
    static const QStringList ofPlace{field::position, field::longitude, field::latitude, field::easting,
                                     field::northing};
    if (ofPlace.contains(name))
        return field::place;
    if (name == field::to)
        return field::from;
    return name == field::area ? field::radius : name;
}

} // namespace

IncidentFields::IncidentFields(const map::PlaceSearch& places, QWidget* parent)
    : QWidget(parent)
    , m_places(places)
    , m_place(new PlaceEdit(places, this))
    , m_samePlace(linkButton(this))
    , m_drawArea(linkButton(this))
    , m_precision(new QComboBox(this))
    , m_radius(new QSpinBox(this))
    , m_category(new CategoryEdit(this))
    , m_when(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_watch(new PersonalDataWatch(m_description, this))
    , m_organisation(new QComboBox(this))
    , m_more(new Section(this))
    , m_severity(new QComboBox(this))
    , m_persons(new QSpinBox(this))
    , m_police(new QComboBox(this))
    , m_surroundings(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_confidentiality(new QComboBox(this))
    , m_sourceType(new QComboBox(this))
    , m_externalId(new QLineEdit(this))
{
    m_place->setObjectName(QStringLiteral("place"));
    m_category->setObjectName(QStringLiteral("category"));
    m_when->setObjectName(QStringLiteral("when"));
    m_when->setClearButtonEnabled(true);
    m_samePlace->setObjectName(QStringLiteral("samePlace"));
    m_drawArea->setObjectName(QStringLiteral("drawFormArea"));
    m_samePlace->setEnabled(false);
    m_description->setObjectName(QStringLiteral("description"));
    m_organisation->setObjectName(QStringLiteral("organisation"));
    m_precision->setObjectName(QStringLiteral("precision"));
    setProperty("panel", true);
    m_radius->setRange(1, 5000);
    m_radius->setValue(500);
    m_persons->setRange(-1, 10000);
    m_persons->setValue(-1);
    m_organisation->setEditable(true);
    m_organisation->setInsertPolicy(QComboBox::NoInsert);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(84);
    m_description->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QComboBox* box : {m_precision, m_organisation, m_severity, m_police, m_surroundings, m_status,
                           m_confidentiality, m_sourceType})
        box->setMinimumContentsLength(6);
    buildLayout();
    fillChoices();
    retranslate();
    connectParts();
    setDraft({});
}

FormField* IncidentFields::add(const QString& name, QWidget* editor)
{
    auto* made = new FormField(editor, this);
    m_fields.insert(name, made);
    return made;
}

void IncidentFields::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(10);
    const auto pair = [](QWidget* left, QWidget* right) {
        auto* row = new QHBoxLayout;
        tight(row);
        row->addWidget(left, 1, Qt::AlignTop);
        row->addWidget(right, 1, Qt::AlignTop);
        return row;
    };
    auto* place = new QVBoxLayout;
    tight(place, 2);
    place->addWidget(add(field::place, m_place));
    auto* ways = new QHBoxLayout;
    tight(ways, 12);
    ways->setContentsMargins(-linkInset(*this), 0, 0, 0);
    ways->addWidget(m_samePlace);
    ways->addWidget(m_drawArea);
    ways->addStretch();
    place->addLayout(ways);
    column->addLayout(place);
    column->addLayout(pair(add(field::precision, m_precision), add(field::radius, m_radius)));
    column->addWidget(add(field::category, m_category));
    column->addWidget(add(field::from, m_when));
    auto* description = new QVBoxLayout;
    tight(description, 3);
    description->addWidget(add(field::description, m_description));
    description->addWidget(m_watch);
    column->addLayout(description);
    column->addWidget(add(field::organisation, m_organisation));

    QVBoxLayout* more = m_more->content();
    more->setSpacing(10);
    more->addLayout(pair(add(field::severity, m_severity), add(field::persons, m_persons)));
    more->addLayout(pair(add(field::reportedToPolice, m_police), add(field::surroundings, m_surroundings)));
    more->addLayout(pair(add(field::status, m_status), add(field::confidentiality, m_confidentiality)));
    more->addLayout(pair(add(field::sourceType, m_sourceType), add(field::externalId, m_externalId)));
    column->addWidget(m_more);
    column->addStretch();
    m_more->setFolded(true);
    QWidget* before = m_place;
    for (QWidget* next : QList<QWidget*>{m_samePlace, m_drawArea, m_precision, m_radius, m_category, m_when, m_description}
                              + m_watch->stops()
                              + QList<QWidget*>{m_organisation, m_more->titleButton(), m_severity, m_persons, m_police,
                                                m_surroundings, m_status, m_confidentiality, m_sourceType, m_externalId}) {
        setTabOrder(before, next);
        before = next;
    }
}

void IncidentFields::connectParts()
{
    connect(m_place, &PlaceEdit::placeChanged, this, &IncidentFields::placeTouched);
    connect(m_place, &PlaceEdit::placeAccepted, m_category,
            [this] { m_category->setFocus(Qt::TabFocusReason); });
    connect(m_category, &CategoryEdit::categoryAccepted, m_when,
            [this] { m_when->setFocus(Qt::TabFocusReason); });
    connect(m_samePlace, &QToolButton::clicked, this, &IncidentFields::useLastPlace);
    connect(m_drawArea, &QToolButton::clicked, this, &IncidentFields::drawAreaWanted);
    connect(m_category, &CategoryEdit::categoryChanged, this,
            [this] { m_fields[field::category]->setFault({}); });
    connect(m_precision, &QComboBox::activated, this, [this] {
        m_fields[field::radius]->setVisible(precisionShown() == Precision::Area);
        tellPlace();
    });
    connect(m_radius, &QSpinBox::valueChanged, this, &IncidentFields::tellPlace);
    connect(m_when, &QLineEdit::textChanged, this, &IncidentFields::timeTouched);
    connect(m_when, &QLineEdit::returnPressed, m_description,
            [this] { m_description->setFocus(Qt::TabFocusReason); });
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_place, m_category, m_when, m_externalId})
        connect(edit, &QLineEdit::textChanged, this, &IncidentFields::edited);
    connect(m_place, &PlaceEdit::placeChanged, this, &IncidentFields::edited);
    connect(m_category, &CategoryEdit::categoryChanged, this, &IncidentFields::edited);
    connect(m_description, &QPlainTextEdit::textChanged, this, &IncidentFields::edited);
    for (QComboBox* box : {m_precision, m_severity, m_police, m_surroundings, m_status, m_confidentiality, m_sourceType})
        connect(box, &QComboBox::activated, this, &IncidentFields::edited);
    connect(m_organisation, &QComboBox::editTextChanged, this, &IncidentFields::edited);
    for (QSpinBox* box : {m_radius, m_persons})
        connect(box, &QSpinBox::valueChanged, this, &IncidentFields::edited);
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        if (FormField* at = m_fields[field::description]; !at->fault().isEmpty())
            at->setFault({});
    });
}

void IncidentFields::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        const bool marked = m_place->place().has_value();
        const Precision precision = precisionShown();
        fillChoices();
        retranslate();
        m_category->retranslate();
        if (marked)
            choose(m_precision, precision);
        timeTouched();
    }
    QWidget::changeEvent(event);
}

Precision IncidentFields::precisionShown() const
{
    return chosen<Precision>(m_precision);
}

void IncidentFields::timeTouched()
{
    m_fields[field::from]->setFault({});
    m_fields[field::from]->setHint(timeHint(m_when->text(), m_clock()));
}

std::pair<IncidentDraft, std::vector<Error>> IncidentFields::draft(const QDateTime& now)
{
    m_place->resolve();
    return read(now);
}

std::pair<IncidentDraft, std::vector<Error>> IncidentFields::read(const QDateTime& now) const
{
    std::vector<Error> faults;
    IncidentDraft made = m_base;
    const auto unread = [&](const Error& error, const QString& name, const QString& typed) {
        Error fault = error;
        fault.place.field = name;
        if (fault.arguments.isEmpty())
            fault.arguments = {typed};
        faults.push_back(std::move(fault));
    };
    made.position = m_place->place() ? std::optional(m_place->place()->position) : std::nullopt;
    made.placeName = m_place->text().trimmed();
    made.precision = precisionShown();
    // A radius of its own is kept as long as the precision is what it was.
    if (made.precision == Precision::Area)
        made.radius = m_radius->value();
    else if (made.precision != m_base.precision)
        made.radius = std::nullopt;
    made.area = made.precision == Precision::Area ? m_area : SwerefRing();
    made.category = m_category->code();

    // What has not been touched stays to the second, and in the hour of the doubled two that it was.
    const bool same = m_base.occurredFrom.isValid() &&
                      m_when->text() == typedSpanText(m_base.occurredFrom, m_base.occurredTo);
    if (!same) {
        made.occurredFrom = now;
        made.occurredTo = {};
        made.ambiguousTime = false;
    }
    if (!same && !m_when->text().trimmed().isEmpty()) {
        const Result<TimePhrase> phrase = readTimePhrase(m_when->text(), now);
        made.occurredFrom = phrase ? phrase->from : QDateTime();
        made.occurredTo = phrase && !phrase->isExact() ? phrase->to : QDateTime();
        made.ambiguousTime = phrase && phrase->ambiguous;
        if (!phrase)
            unread(phrase.error(), field::from, m_when->text());
    }
    made.description = m_description->toPlainText().trimmed();
    made.organisation = organisation();
    made.severity = m_severity->currentData().toInt();
    made.persons = m_persons->value() < 0 ? std::nullopt : std::optional(m_persons->value());
    made.reportedToPolice = chosen<PoliceReport>(m_police);
    made.surroundings = chosen<Surroundings>(m_surroundings);
    made.status = chosen<IncidentStatus>(m_status);
    made.confidentiality = chosen<Confidentiality>(m_confidentiality);
    made.sourceType = chosen<SourceType>(m_sourceType);
    made.externalId = m_externalId->text().trimmed();
    return {std::move(made), std::move(faults)};
}

void IncidentFields::setDraft(const IncidentDraft& draft)
{
    m_base = draft;
    m_area = draft.area;
    choose(m_precision, draft.precision.value_or(Precision::Point));
    m_radius->setValue(qRound(draft.radius.value_or(500.0)));
    std::optional<ChosenPlace> place;
    if (draft.position)
        place = ChosenPlace{*draft.position, draft.precision.value_or(Precision::Point), draft.radius.value_or(0.0),
                            draft.area};
    m_place->setPlace(place, draft.placeName);
    m_category->setCode(draft.category);
    m_when->setText(typedSpanText(draft.occurredFrom, draft.occurredTo));
    m_when->setCursorPosition(0);
    m_description->setPlainText(draft.description);
    m_watch->forget();
    m_organisation->setCurrentText(draft.organisation);
    m_severity->setCurrentIndex(m_severity->findData(draft.severity.value_or(1)));
    m_persons->setValue(draft.persons.value_or(-1));
    choose(m_police, draft.reportedToPolice);
    choose(m_surroundings, draft.surroundings);
    choose(m_status, draft.status);
    choose(m_confidentiality, draft.confidentiality);
    choose(m_sourceType, draft.sourceType);
    m_externalId->setText(draft.externalId);
    clearFaults();
    placeTouched();
    timeTouched();
}

IncidentFields::Typed IncidentFields::typed(const QDateTime& now) const
{
    return {read(now).first, m_when->text(), m_category->code()};
}

void IncidentFields::setTyped(const Typed& typed)
{
    setDraft(typed.draft);
    m_when->setText(typed.when);
    m_category->setCode(typed.category);
}

void IncidentFields::setRecentCategories(const QStringList& codes)
{
    m_category->setRecent(codes);
}

std::vector<Error> IncidentFields::showFaults(const std::vector<Error>& faults)
{
    clearFaults();
    std::vector<Error> left;
    FormField* first = nullptr;
    for (const Error& fault : faults) {
        FormField* at = m_fields.value(editorOf(fault.place.field));
        if (!at) {
            left.push_back(fault);
            continue;
        }
        Error words = fault;
        words.place = {};
        // All faults of a field at once, each in a line of its own.
        const QString sentence = at->editor() == m_when ? timeFault(words) : text::describe(words);
        // Once where both ends of a span have it.
        if (!at->fault().contains(sentence))
            at->setFault(at->fault().isEmpty() ? sentence : at->fault() + QLatin1Char('\n') + sentence);
        if (m_more->isAncestorOf(at))
            m_more->setFolded(false);
        if (fault.code == ErrorCode::PersonalData && fault.place.field == field::description)
            m_watch->setSaidElsewhere(true);
        // The topmost one on the form, whatever the order of the faults.
        if (!first || at->mapTo(this, QPoint()).y() < first->mapTo(this, QPoint()).y())
            first = at;
    }
    if (first)
        first->editor()->setFocus(Qt::OtherFocusReason);
    return left;
}

void IncidentFields::clearFaults()
{
    for (FormField* at : std::as_const(m_fields))
        at->setFault({});
    m_watch->setSaidElsewhere(false);
}

void IncidentFields::focusFirst()
{
    m_place->setFocus(Qt::ShortcutFocusReason);
    m_place->selectAll();
}

void IncidentFields::focusTime()
{
    m_when->setFocus(Qt::OtherFocusReason);
    m_when->selectAll();
}

void IncidentFields::focusCategory()
{
    m_category->setFocus(Qt::OtherFocusReason);
}

QString IncidentFields::organisation() const
{
    return m_organisation->currentText().trimmed();
}

void IncidentFields::setClock(std::function<QDateTime()> clock)
{
    m_clock = std::move(clock);
}

void IncidentFields::setCategories(const CategoryList& categories)
{
    m_category->setCategories(categories);
}

void IncidentFields::setOrganisations(const QStringList& names)
{
    const QString typedName = m_organisation->currentText();
    m_organisation->clear();
    QStringList sorted = names;
    sorted.removeAll(QString());
    sorted.sort(Qt::CaseInsensitive);
    m_organisation->addItems(sorted);
    m_organisation->setCurrentText(typedName);
    if (typedName.isEmpty())
        m_organisation->setCurrentIndex(-1);
}

void IncidentFields::setNear(const Sweref99& near)
{
    m_place->setNear(near);
}

} // namespace hk::ui
