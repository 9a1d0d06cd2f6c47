/**
 * The laws of {@link br.com.dmbackup.core.engine.DatabaseEngine} as tests. An engine's own test extends
 * {@link br.com.dmbackup.testkit.engine.DatabaseEngineContract} and brings a
 * {@link br.com.dmbackup.testkit.engine.LiveDatabase} of its kind; nothing here knows any vendor.
 */
@NullMarked
package br.com.dmbackup.testkit.engine;

import org.jspecify.annotations.NullMarked;
