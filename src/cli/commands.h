#pragma once

#include <QStringList>

namespace hk::cli {

/// Exit codes of every command.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

// Each takes the arguments after its own name and answers with an exit code.
int initCommand(const QStringList& arguments);
int sampleCommand(const QStringList& arguments);
int infoCommand(const QStringList& arguments);
int importCommand(const QStringList& arguments);
int exportCommand(const QStringList& arguments);
int handoverCommand(const QStringList& arguments);
int receiveCommand(const QStringList& arguments);
int sealCommand(const QStringList& arguments);
int unsealCommand(const QStringList& arguments);
int heatmapCommand(const QStringList& arguments);
int hotspotsCommand(const QStringList& arguments);
int gistarCommand(const QStringList& arguments);
int streetsCommand(const QStringList& arguments);
int accuracyCommand(const QStringList& arguments);
int areasCommand(const QStringList& arguments);
int mapCommand(const QStringList& arguments);
int reportCommand(const QStringList& arguments);
int compareCommand(const QStringList& arguments);
int timesCommand(const QStringList& arguments);
int riskCommand(const QStringList& arguments);
int evaluateCommand(const QStringList& arguments);
int nearRepeatCommand(const QStringList& arguments);
int basemapCommand(const QStringList& arguments);
int backupCommand(const QStringList& arguments);
int backupsCommand(const QStringList& arguments);
int restoreCommand(const QStringList& arguments);
int logCommand(const QStringList& arguments);
int disposeCommand(const QStringList& arguments);

} // namespace hk::cli
