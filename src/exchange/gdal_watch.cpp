#include "exchange/gdal_watch.h"

#include <cpl_conv.h>
#include <cpl_error.h>

namespace hk::exchange {

void keepComplaint(GdalWatch& watch, bool failure, const char* words)
{
    if (!failure)
        ++watch.m_warnings;
    else if (watch.m_failure.isEmpty())
        watch.m_failure = words && *words ? QString::fromUtf8(words) : QStringLiteral("GDAL");
}

namespace {

void CPL_STDCALL onComplaint(CPLErr level, CPLErrorNum, const char* words)
{
    if (level == CE_Warning || level == CE_Failure || level == CE_Fatal)
        keepComplaint(*static_cast<GdalWatch*>(CPLGetErrorHandlerUserData()), level != CE_Warning, words);
}

} // namespace

GdalWatch::GdalWatch() { CPLPushErrorHandlerEx(onComplaint, this); }
GdalWatch::~GdalWatch() { CPLPopErrorHandler(); }

void GdalWatch::clear()
{
    m_failure.clear();
    m_warnings = 0;
}

GdalSettings::GdalSettings(const std::vector<std::pair<std::string, std::string>>& settings)
{
    for (const auto& [key, value] : settings) {
        const char* before = CPLGetThreadLocalConfigOption(key.c_str(), nullptr);
        m_before.emplace_back(key, before ? before : "");
        CPLSetThreadLocalConfigOption(key.c_str(), value.c_str());
    }
}

GdalSettings::~GdalSettings()
{
    for (const auto& [key, value] : m_before)
        CPLSetThreadLocalConfigOption(key.c_str(), value.empty() ? nullptr : value.c_str());
}

} // namespace hk::exchange
