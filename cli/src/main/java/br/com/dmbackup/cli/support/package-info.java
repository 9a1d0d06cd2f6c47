/**
 * {@code support bundle}: what support needs to see of a store, in one ZIP, without what is the store's alone. Start at
 * {@link br.com.dmbackup.cli.support.BundleCommand}; everything passes {@link br.com.dmbackup.cli.support.Scrub} on its
 * way into the file.
 */
@NullMarked
package br.com.dmbackup.cli.support;

import org.jspecify.annotations.NullMarked;
