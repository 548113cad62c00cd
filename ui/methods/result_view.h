#pragma once

#include "core/result.h"
#include "methods/method_result.h"

#include <QWidget>

class QVBoxLayout;

namespace hk::ui {

/// What a method found, or why there is nothing to show: sentences, warnings, bars, tables and what was left out, all of
/// them of one MethodResult.
class ResultView : public QWidget {
    Q_OBJECT
public:
    explicit ResultView(QWidget* parent = nullptr);

    void showResult(const methods::MethodResultPtr& result);
    void showError(const Error& error); ///< what happened and what to do
    void showAdvice(const QString& sentence); ///< nothing to show yet, and what to do
    /// Null while an error or an advice is shown.
    const methods::MethodResultPtr& result() const { return m_result; }
    QString text() const; ///< all sentences, warnings and remarks that are shown, a line each

Q_SIGNALS:
    void rowChosen(int table, int row);
    void rowFilterWanted(int table, int row);

private:
    QVBoxLayout* renew();
    void addWords(QVBoxLayout& column, const QString& words, const char* role);
    void addWarning(QVBoxLayout& column, const QString& words);
    void addSentences(QVBoxLayout& column, const QStringList& sentences);

    methods::MethodResultPtr m_result;
    QWidget* m_content = nullptr;
    QStringList m_lines;
};

} // namespace hk::ui
