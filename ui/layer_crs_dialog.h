#pragma once

#include "exchange/layer_file.h"

#include <QDialog>

class QListWidget;

namespace hk::ui {

/// Asks in which coordinate system a layer is that does not say so: those by which it falls in Sweden, with the place where it
/// would land. Not modal.
class LayerCrsDialog : public QDialog {
    Q_OBJECT
public:
    /// `guesses` is not empty.
    LayerCrsDialog(const QString& layer, const std::vector<exchange::CrsGuess>& guesses, QWidget* parent);
    QString chosen() const;

Q_SIGNALS:
    void crsChosen(const QString& crs);

private:
    QListWidget* m_list;
};

/// "lands in Mölndal", "lands 40 km from Mölndal".
QString landingWords(const exchange::CrsGuess& guess);

} // namespace hk::ui
