#include "ui/category_edit.h"

#include "ui/category_icons.h"

namespace hk::ui {

CategoryEdit::CategoryEdit(QWidget* parent)
    : SuggestEdit(new models::CategorySearchModel, -1, parent)
    , m_model(static_cast<models::CategorySearchModel*>(model()))
{
    m_model->setParent(this);
    setClearButtonEnabled(true);
    setIconSource([this](const QModelIndex& index) {
        const Category* category =
            m_model->categories().find(index.data(models::CategorySearchModel::CodeRole).toString());
        return category ? categoryIcon(*category) : QIcon();
    });
    connect(this, &SuggestEdit::searchWanted, this, [this](const QString& text) {
        m_code.clear();
        m_model->search(text);
        updateList();
        Q_EMIT categoryChanged();
    });
    connect(this, &SuggestEdit::chosen, this, [this](int row) {
        const QString code = m_model->index(row, 0).data(models::CategorySearchModel::CodeRole).toString();
        if (const Category* category = m_model->categories().find(code))
            take(*category);
        Q_EMIT categoryAccepted();
    });
    connect(this, &SuggestEdit::submitted, this, [this] {
        if (const Category* category = m_model->best(text())) {
            take(*category);
            Q_EMIT categoryAccepted();
        }
    });
    connect(this, &SuggestEdit::left, this, [this] {
        if (const Category* category = m_code.isEmpty() ? m_model->best(text()) : nullptr)
            take(*category);
    });
}

void CategoryEdit::setCategories(const CategoryList& categories)
{
    m_model->setCategories(categories);
}

void CategoryEdit::setRecent(const QStringList& codes)
{
    m_model->setRecent(codes);
}

QString CategoryEdit::code() const
{
    if (!m_code.isEmpty())
        return m_code;
    const Category* category = m_model->best(text());
    return category ? category->code : text().trimmed();
}

void CategoryEdit::setCode(const QString& code)
{
    hideList();
    m_code = code;
    const Category* category = m_model->categories().find(code);
    setText(category ? models::titleOf(*category) : code);
    setCursorPosition(0);
}

void CategoryEdit::retranslate()
{
    if (!m_code.isEmpty())
        setCode(m_code);
}

void CategoryEdit::take(const Category& category)
{
    setCode(category.code);
    Q_EMIT categoryChanged();
}

} // namespace hk::ui
