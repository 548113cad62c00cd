#pragma once

#include <QWidget>

class QProgressBar;
class QTimer;

namespace hk::ui {

class DraftOffer;
class EmptyCard;
class ErrorBanner;
class MapView;
class ReceiptBar;
class WelcomePage;

/// The map with what lies over it: the banner of errors, the receipt, the empty states, the welcome page, and
/// a hair of progress while an analysis runs.
class MapArea : public QWidget {
    Q_OBJECT
public:
    explicit MapArea(QWidget* parent = nullptr);

    MapView& map() { return *m_map; }
    ErrorBanner& banner() { return *m_banner; }
    ReceiptBar& receipt() { return *m_receipt; }
    DraftOffer& draftOffer() { return *m_offer; }
    EmptyCard& emptyCard() { return *m_empty; }
    WelcomePage& welcome() { return *m_welcome; }
    /// A second map to the right of the first, of the same size; null: the first alone.
    void showBeside(MapView* second);
    void setWelcomeShown(bool shown);
    void setWorking(bool working); ///< shown only if it lasts

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    MapView* m_map;
    MapView* m_second = nullptr;
    ErrorBanner* m_banner;
    ReceiptBar* m_receipt;
    DraftOffer* m_offer;
    EmptyCard* m_empty;
    WelcomePage* m_welcome;
    QProgressBar* m_progress;
    QTimer* m_delay;
};

} // namespace hk::ui
