/**
 * The verb that gives up copies on this machine when it is to keep fewer than 24, or when its disk is full. Never the
 * newest, and for want of room never before the newest is safe at a destination. Suspicious ones go first.
 *
 * <p>Start at {@link br.com.dmbackup.core.expire.LocalSlots}. Destinations are not touched: each slot there is replaced
 * by the next backup of its hour, and that is all.
 */
@NullMarked
package br.com.dmbackup.core.expire;

import org.jspecify.annotations.NullMarked;
