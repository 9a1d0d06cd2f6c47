/**
 * Suspicious backups: why they are, how to look into one without touching the live database, and "Aceitar" for whoever found
 * the store's data right. Only the backup that the person sees is accepted, never one that came meanwhile. Start at
 * {@link br.com.dmbackup.desktop.suspicious.SuspiciousSheet}.
 */
@NullMarked
package br.com.dmbackup.desktop.suspicious;

import org.jspecify.annotations.NullMarked;
