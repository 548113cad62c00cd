#include "cli/passphrase_input.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace hk::cli {
namespace {

/// The terminal does not show what is typed while it lives.
class Unseen {
public:
    Unseen()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_known)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
    bool m_known = false;
};

seal::Passphrase asked(const char* words)
{
    std::fputs(words, stderr);
    const Unseen unseen;
    std::string line;
    std::getline(std::cin, line);
    std::fputc('\n', stderr);
    QString text = QString::fromLocal8Bit(line.data(), static_cast<qsizetype>(line.size()));
    std::fill(line.begin(), line.end(), '\0');
    seal::Passphrase passphrase(text);
    text.fill(QChar(u'\0'));
    return passphrase;
}

} // namespace

void addPassphraseOption(Arguments& given)
{
    given.option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                 QStringLiteral("File whose first line is the passphrase; - is standard input. Without it the passphrase is "
                                "asked for."));
}

Result<seal::Passphrase> passphraseOf(const Arguments& given, bool isNew)
{
    if (given.has(QStringLiteral("passphrase-file")))
        return seal::Passphrase::fromFile(given.value(QStringLiteral("passphrase-file")));
    if (isatty(STDIN_FILENO) == 0)
        return fail(ErrorCode::ValueMissing, {{}, -1, seal::passphraseField});
    seal::Passphrase passphrase = asked("Passphrase: ");
    if (passphrase.isEmpty())
        return fail(ErrorCode::ValueMissing, {{}, -1, seal::passphraseField});
    if (isNew && asked("Once more: ").bytes() != passphrase.bytes())
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("the two passphrases differ")});
    return passphrase;
}

} // namespace hk::cli
