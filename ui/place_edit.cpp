#include "ui/place_edit.h"

#include "ui/place_input.h"
#include "workspace/map_analysis.h"

namespace hk::ui {
namespace {

// The model is a child of the edit, but the edit's base needs it first.
models::PlaceCompleterModel* newModel(const map::PlaceSearch& places)
{
    return new models::PlaceCompleterModel(places);
}

/// In either language, whatever the window speaks.
bool meansLast(const QString& text)
{
    static const QStringList words{QStringLiteral("="),         QStringLiteral("samma"), QStringLiteral("samma som sist"),
                                   QStringLiteral("samma plats"), QStringLiteral("same"),  QStringLiteral("same as last")};
    return words.contains(text.simplified().toLower());
}

} // namespace

PlaceEdit::PlaceEdit(const map::PlaceSearch& places, QWidget* parent)
    : SuggestEdit(newModel(places), models::PlaceCompleterModel::KindRole, parent)
    , m_places(places)
    , m_model(static_cast<models::PlaceCompleterModel*>(model()))
    , m_near(workspace::hub())
{
    m_model->setParent(this);
    setClearButtonEnabled(true);
    connect(this, &SuggestEdit::searchWanted, this, &PlaceEdit::search);
    connect(this, &SuggestEdit::chosen, this, &PlaceEdit::takeHit);
    connect(this, &SuggestEdit::submitted, this, [this] {
        if (takeTyped() || m_place)
            Q_EMIT placeAccepted();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        // Words may be added to a chosen place; without words there is no place.
        if (!m_setting && text.trimmed().isEmpty() && m_place) {
            m_place.reset();
            Q_EMIT placeChanged();
        }
    });
}

void PlaceEdit::setNear(const Sweref99& near)
{
    m_near = near;
}

void PlaceEdit::setPlace(const std::optional<ChosenPlace>& place, const QString& words)
{
    hideList();
    m_place = place;
    m_given = words;
    m_setting = true;
    setText(words);
    m_setting = false;
}

bool PlaceEdit::hasTypedWords() const
{
    const QString words = text().trimmed();
    return !words.isEmpty() && words != m_given.trimmed() && !parsePosition(words, m_near);
}

void PlaceEdit::keepWords(const QString& words)
{
    m_setting = true;
    setText(words);
    m_setting = false;
}

void PlaceEdit::search(const QString& text)
{
    if (parsePosition(text, m_near) || (m_last && meansLast(text)))
        m_model->search({}, m_near);
    else
        m_model->search(text, m_near);
    updateList();
}

void PlaceEdit::useHit(int row)
{
    const map::PlaceHit hit = m_model->hit(row);
    const Precision precision = hit.isAddress                          ? Precision::Point
                                : hit.theme == map::BasemapTheme::Road ? Precision::Street
                                                                       : Precision::Place;
    setPlace(ChosenPlace{hit.position, precision, 0.0, {}}, hit.name);
}

void PlaceEdit::takeHit(int row)
{
    useHit(row);
    Q_EMIT placeChanged();
    Q_EMIT placeAccepted();
}

void PlaceEdit::setLast(const ChosenPlace& place, const QString& words)
{
    m_last = place;
    m_lastWords = words;
}

bool PlaceEdit::takeLast()
{
    if (!m_last)
        return false;
    setPlace(m_last, m_lastWords);
    Q_EMIT placeChanged();
    return true;
}

bool PlaceEdit::takeTyped()
{
    if (meansLast(text()))
        return takeLast();
    const std::optional<Sweref99> position = parsePosition(text(), m_near);
    if (!position)
        return false;
    const QString name = placeProposal(m_places, *position);
    setPlace(ChosenPlace{*position, Precision::Point, 0.0, {}}, name.isEmpty() ? text() : name);
    Q_EMIT placeChanged();
    return true;
}

bool PlaceEdit::resolve()
{
    if (m_place || text().trimmed().isEmpty())
        return m_place.has_value();
    if (takeTyped())
        return true;
    m_model->search(text(), m_near);
    if (m_model->rowCount() == 0)
        return false;
    useHit(0);
    Q_EMIT placeChanged();
    return true;
}

} // namespace hk::ui
