#pragma once

#include <QString>
#include <string>
#include <vector>

namespace hk::exchange {

/// While it lives, GDAL's complaints on this thread are kept here instead of being lost: a writer that fails when it is
/// closed says so nowhere else. Must die in the order in which it was made, on its thread.
class GdalWatch {
public:
    GdalWatch();
    ~GdalWatch();
    GdalWatch(const GdalWatch&) = delete;
    GdalWatch& operator=(const GdalWatch&) = delete;

    bool failed() const { return !m_failure.isEmpty(); }
    /// The first failure, in GDAL's words.
    const QString& failure() const { return m_failure; }
    qint64 warnings() const { return m_warnings; }
    void clear();

private:
    friend void keepComplaint(GdalWatch& watch, bool failure, const char* words);
    QString m_failure;
    qint64 m_warnings = 0;
};

/// GDAL's settings of this thread, put back at the end.
class GdalSettings {
public:
    explicit GdalSettings(const std::vector<std::pair<std::string, std::string>>& settings);
    ~GdalSettings();
    GdalSettings(const GdalSettings&) = delete;
    GdalSettings& operator=(const GdalSettings&) = delete;

private:
    std::vector<std::pair<std::string, std::string>> m_before;
};

} // namespace hk::exchange
