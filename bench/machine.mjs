// What processes cost: CPU and memory from /proc, for a server and for all of PostgreSQL. Linux only.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']).toString());

const fieldsOf = (pid) => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** Milliseconds of user and system time of a process, with its children that have ended. */
function ownCpu(pid) {
  const fields = fieldsOf(pid);
  return ([11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS) * 1_000;
}

function childrenOf(pid) {
  return fs.readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Number(fieldsOf(name)[1]) === pid;
    } catch {
      return false; // ended in between
    }
  });
}

export const cpuOf = (pid) => ownCpu(pid);

/** The postmaster's and all its backends'. */
export function cpuOfTree(pid) {
  let sum = ownCpu(pid);
  for (const child of childrenOf(pid)) {
    try {
      sum += ownCpu(child);
    } catch {
      // ended in between: the parent has its time by now, to be seen at the next look
    }
  }
  return sum;
}

export const parentOf = (pid) => Number(fieldsOf(pid)[1]);

/** Resident memory in MB. */
export const memoryOf = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024);
