package br.com.dmbackup.engine.sqlserver.staging;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.engine.sqlserver.fault.SqlServerFaults;
import br.com.dmbackup.protocol.FaultCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights that the two accounts need on the staging folder, and the exact commands that grant them: for
 * {@code icacls} in a command prompt of Windows, for {@code setfacl} in a shell of Linux.
 *
 * @param server the account that writes there
 * @param ours the account as which this program reads there
 */
public record StagingRights(ServerAccount server, String ours) {
    private static final int CANNOT_OPEN = 3201;
    /** File, path, network path, share: the first is what Linux says of a folder that is not there. */
    private static final Set<Integer> NOT_FOUND = Set.of(2, 3, 53, 67);
    /** Access denied; a share that does not know the account. */
    private static final Set<Integer> DENIED = Set.of(5, 1326);
    private static final String ROOT = "root";
    private static final Set<String> THE_SYSTEM = Set.of("SYSTEM", "SISTEMA");

    /** Of this process. */
    public StagingRights(ServerAccount server) {
        this(server, ourName(System.getProperty("user.name", "?"), Optional.ofNullable(System.getenv("USERDOMAIN"))));
    }

    /**
     * As {@code icacls} takes it: a service that runs as the system bears the computer's name, or one that Windows
     * translates.
     *
     * @param domain none outside of Windows
     */
    static String ourName(String user, Optional<String> domain) {
        if (domain.isEmpty()) {
            return user;
        }
        boolean system = user.endsWith("$") || THE_SYSTEM.contains(user.toUpperCase(Locale.ROOT));
        return system ? "*S-1-5-18" : domain.get() + "\\" + user;
    }

    /**
     * What it means that the server could not open a file; none where the folder is not the reason.
     *
     * @param folder as the server sees it
     */
    public Optional<BackupFault> refused(SQLException failure, String folder) {
        if (failure.getErrorCode() != CANNOT_OPEN) {
            return Optional.empty();
        }
        int reason = SqlServerFaults.systemCode(failure).orElse(0);
        if (NOT_FOUND.contains(reason)) {
            return Optional.of(told(missing(folder), failure, reason));
        }
        return DENIED.contains(reason) ? Optional.of(told(serverDenied(folder), failure, reason)) : Optional.empty();
    }

    /** The server may not write to a folder, by the name that it has there. */
    public BackupFault serverDenied(String folder) {
        ServerAccount there = server.seenFrom(folder);
        return denied(folder, there.name(), there.windows()
                ? icacls(folder, List.of(there.grantee(), ours))
                : setfacl(folder, List.of(there.name(), ours)));
    }

    /** This program may not use a folder, by the name that it has here. */
    public BackupFault weAreDenied(Path folder) {
        String name = folder.toString();
        return denied(name, server.name(),
                File.separatorChar == '\\' ? icacls(name, List.of(ours)) : setfacl(name, List.of(ours)));
    }

    /** The server does not know a folder. */
    public BackupFault missing(String folder) {
        return BackupFault.of(FaultCode.STAGING_MISSING, folder, server.name());
    }

    private BackupFault denied(String folder, String serverName, String command) {
        return BackupFault.of(FaultCode.STAGING_DENIED, folder, serverName, ours, command);
    }

    private static BackupFault told(BackupFault fault, SQLException failure, int reason) {
        return fault.withForeignCode("SQL Server " + CANNOT_OPEN + ", OS " + reason).causedBy(failure);
    }

    /** To change what is in the folder, and in the files that come into it. */
    private static String icacls(String folder, List<String> accounts) {
        String grants = accounts.stream().map(account -> "\"" + account + ":(OI)(CI)M\"")
                .collect(Collectors.joining(" "));
        return "icacls \"" + endingHarmlessly(folder) + "\" /grant " + grants;
    }

    /** A backslash before the closing quotation mark would hide it. */
    private static String endingHarmlessly(String folder) {
        String cut = folder.endsWith("\\") ? folder.substring(0, folder.length() - 1) : folder;
        return cut.endsWith(":") ? cut + "\\." : cut;
    }

    /** On the folder, on the files that come into it whoever writes them, and the way there. */
    private static String setfacl(String folder, List<String> accounts) {
        List<String> named = accounts.stream().filter(account -> !account.equals(ROOT)).toList();
        String rights = named.stream().flatMap(account -> Stream.of("u:" + account + ":rwx", "d:u:" + account + ":rwx"))
                .collect(Collectors.joining(","));
        String way = named.stream().map(account -> "u:" + account + ":x").collect(Collectors.joining(","));
        List<String> closed = closedAbove(folder);
        return "sudo setfacl -m " + rights + " " + quoted(folder) + (closed.isEmpty()
                ? ""
                : " && sudo setfacl -m " + way + " " + String.join(" ", closed));
    }

    /** The folders above that not everybody may pass through, as far as can be seen from here. */
    private static List<String> closedAbove(String folder) {
        List<String> closed = new ArrayList<>();
        for (Path above = Path.of(folder).getParent(); above != null
                && above.getParent() != null; above = above.getParent()) {
            if (!isOpen(above)) {
                closed.addFirst(quoted(above.toString()));
            }
        }
        return closed;
    }

    private static boolean isOpen(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
