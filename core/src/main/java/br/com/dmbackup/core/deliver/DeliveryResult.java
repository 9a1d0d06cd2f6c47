package br.com.dmbackup.core.deliver;

import br.com.dmbackup.core.backup.BackupFault;
import java.util.Optional;

/**
 * What came of one destination's deliveries.
 *
 * @param made how many archives were brought
 * @param stillOwed how many are still owed
 * @param fault why some are
 */
public record DeliveryResult(String destination, int made, int stillOwed, Optional<BackupFault> fault) {}
