package br.com.dmbackup.testkit.sqlserver.state;

import java.util.List;

/**
 * All that a backup carries of a database.
 *
 * @param recoveryModel as the database had it
 * @param compatibilityLevel as the database had it
 * @param ownerSid of its owner, which is the user dbo; another server may not know it
 */
public record Contents(RecoveryModel recoveryModel, int compatibilityLevel, String ownerSid, List<User> users,
        List<Table> tables) {}
