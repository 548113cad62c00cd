#pragma once

#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace hk::test {

/// Columns of numbers of a comma-separated file with a heading.
class NumberTable {
public:
    explicit NumberTable(std::istream& in)
    {
        std::string line;
        std::getline(in, line);
        const std::vector<std::string> names = fields(line);
        while (std::getline(in, line)) {
            const std::vector<std::string> values = fields(line);
            for (std::size_t i = 0; i < names.size(); ++i)
                m_columns[names[i]].push_back(std::strtod(values.at(i).c_str(), nullptr));
        }
    }
    /// Throws std::out_of_range where there is no such column.
    const std::vector<double>& column(const std::string& name) const { return m_columns.at(name); }

private:
    static std::vector<std::string> fields(const std::string& line)
    {
        std::vector<std::string> result;
        std::istringstream in(line);
        for (std::string field; std::getline(in, field, ',');) {
            if (!field.empty() && field.back() == '\r')
                field.pop_back();
            if (field.size() > 1 && field.front() == '"')
                field = field.substr(1, field.size() - 2);
            result.push_back(field);
        }
        return result;
    }
    std::map<std::string, std::vector<double>> m_columns;
};

/// A file of the shared test data, or nothing where it is not at hand.
inline std::optional<NumberTable> sharedNumbers(const std::string& name)
{
    const char* folder = std::getenv("HK_SHARED_DATA");
    std::ifstream file((folder ? std::string(folder) : std::string(HK_SOURCE_DIR "/../shared/data")) + "/" +
                       name);
    if (!file)
        return std::nullopt;
    return NumberTable(file);
}

} // namespace hk::test
