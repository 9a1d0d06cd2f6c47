/**
 * {@code ensure-running}: what the store's ERP calls whenever it opens. Where the agent runs already,
 * {@code br.com.dmbackup.cli.QuickLook} has answered before anything here is loaded.
 */
@NullMarked
package br.com.dmbackup.cli.ensure;

import org.jspecify.annotations.NullMarked;
