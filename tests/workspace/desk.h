#pragma once

#include "workspace/workspace.h"
#include "workspace_support.h"

#include <QSignalSpy>

namespace hk::test {

/// A workspace with an open file.
struct Desk {
    explicit Desk(const std::vector<Incident>& incidents = {})
        : workspace(map::Basemap::embedded().value())
    {
        newStore(path(), incidents);
        QSignalSpy opened(&workspace, &workspace::Workspace::opened);
        workspace.open(path());
        REQUIRE((opened.count() > 0 || opened.wait(20000)));
        waitForAnalysis();
    }
    QString path() const { return folder.path("a.gpkg"); }

    void waitForAnalysis()
    {
        QSignalSpy done(&workspace, &workspace::Workspace::analysingChanged);
        while (workspace.isAnalysing())
            REQUIRE(done.wait(20000));
    }

    template <class Act>
    void andSaved(Act act)
    {
        QSignalSpy saved(&workspace, &workspace::Workspace::saved);
        act();
        REQUIRE((saved.count() > 0 || saved.wait(20000)));
    }

    qint64 onDisk() const
    {
        return store::IncidentStore::open(path(), store::Access::ReadOnly).value().info()->incidents;
    }

    IncidentDraft draft() const
    {
        IncidentDraft draft;
        draft.category = u("N1");
        draft.occurredFrom = QDateTime::currentDateTimeUtc().addSecs(-3600);
        draft.position = Sweref99{322123, 6394280};
        return draft;
    }

    Folder folder;
    workspace::Workspace workspace;
};

} // namespace hk::test
