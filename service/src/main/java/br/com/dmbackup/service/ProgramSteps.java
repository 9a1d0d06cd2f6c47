package br.com.dmbackup.service;

import br.com.dmbackup.launcher.Current;
import br.com.dmbackup.launcher.LaunchRecord;
import br.com.dmbackup.service.step.FileRights;
import br.com.dmbackup.service.step.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The steps that put a version into the program folder and make it the wanted one. */
public final class ProgramSteps {
    private ProgramSteps() {}

    /** @param record what the launcher has found out so far: what to go back to */
    public static List<Step> of(ServicePlan plan, ProgramFiles files, LaunchRecord record, Instant now) {
        FileRights open = FileRights.ofSystem(0755);
        Path root = plan.programs().root();
        return List.of(new Step.Folder(root, open), new Step.Folder(plan.programs().versions(), open),
                new Step.Copy(files.content(), plan.programs().version(plan.version())),
                new Step.Rights(plan.programs().version(plan.version()), open),
                new Step.Folder(plan.programs().launcherJar().resolveSibling(""), open),
                new Step.CopyFile(files.launcherJar(), plan.programs().launcherJar()),
                new Step.TextFile(plan.programs().currentFile(),
                        new Current(plan.version(), before(plan, record), now.toString()).text(),
                        FileRights.ofSystem(0644)));
    }

    /** The last version that lived well, else the one that was wanted so far. */
    private static String before(ServicePlan plan, LaunchRecord record) {
        if (!record.good().isEmpty() && !record.good().equals(plan.version())) {
            return record.good();
        }
        return plan.programs().current()
                .map(current -> current.version().equals(plan.version()) ? current.previous() : current.version())
                .orElse("");
    }
}
