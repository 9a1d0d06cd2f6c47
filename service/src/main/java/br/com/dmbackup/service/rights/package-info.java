/**
 * Who may reach what in a home: the table by which a service is installed, and the check of it whenever the agent starts.
 * Start at {@link br.com.dmbackup.service.rights.HomeRights}. Nobody's rights are changed by looking.
 */
@NullMarked
package br.com.dmbackup.service.rights;

import org.jspecify.annotations.NullMarked;
