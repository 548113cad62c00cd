#pragma once

#include "methods/method.h"
#include "ui/methods/method_form.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

class MethodList;
class PanelScroll;
class ResultView;

/// The panel of analyses: the list to choose from, or one method with its parameters, its result, and what can be done
/// with it. Computes nothing.
class MethodPanel : public QWidget {
    Q_OBJECT
public:
    explicit MethodPanel(QWidget* parent = nullptr);

    std::optional<methods::Method> method() const { return m_method; }
    /// Shows a method with this form, which the panel then owns; the form is replaced at a change of language.
    void showMethod(methods::Method method, std::unique_ptr<MethodForm> form);
    void showList();
    MethodForm* form() const { return m_form; }
    ResultView& results() { return *m_results; }

    void showResult(const methods::MethodResultPtr& result);
    void showError(const Error& error);
    void showAdvice(const QString& sentence);
    /// How far the work has come (0–1; below 0: not known), and whether it can be stopped by a button.
    void showProgress(double share, bool stoppable);
    void hideProgress();
    void showStopped();

    bool isOnMap() const;
    bool isOnPage() const;
    void setOnMap(bool on);
    void setOnPage(bool on);
    int chosenGrid() const; ///< index of the grid to draw; -1: none, or sideBySide
    static constexpr int sideBySide = -2; ///< two periods in two maps
    void chooseSideBySide(bool on); ///< says nothing

Q_SIGNALS:
    void methodWanted(hk::methods::Method method);
    void listWanted();
    void stopWanted();
    void againWanted();
    void explanationWanted();
    void onMapChanged(bool on);
    void onPageChanged(bool on);
    void gridChosen(int grid);
    void tableExportWanted(int table);
    void layerExportWanted();
    void gridExportWanted(int grid);
    void rowChosen(int table, int row);
    void rowFilterWanted(int table, int row);
    void languageChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildMethodPage();
    QWidget* buildFoot();
    void retranslate();
    void fillExports(const methods::MethodResult* result);
    void fillGrids(const methods::MethodResult* result);

    std::optional<methods::Method> m_method;
    QStackedWidget* m_pages;
    MethodList* m_list;
    QToolButton* m_back;
    QLabel* m_title;
    QLabel* m_question;
    QVBoxLayout* m_formPlace;
    PanelScroll* m_scroll = nullptr;
    MethodForm* m_form = nullptr;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_again;
    ResultView* m_results;
    QComboBox* m_grids;
    QCheckBox* m_onMap;
    QCheckBox* m_onPage;
    QToolButton* m_export;
    QMenu* m_exports;
    QToolButton* m_explain;
};

} // namespace hk::ui
