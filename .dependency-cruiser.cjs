// The fences: floors, doors, no circles, kinds. A module imports lower floors only, and only through their index.ts.
const FLOORS = [
  ['platform'],
  ['identity'],
  ['notifications'],
  ['spaces'],
  ['threads'],
  ['training', 'community', 'help'],
  ['channels'],
  ['voc'],
  ['insights'],
];

/** voc flows from words to plans. */
const VOC = ['classification', 'items', 'quality', 'needs', 'weekly', 'reports', 'planning'];

/** Training flows from what is taught over what is practised afterwards to who has finished it, and to who is not heard of. */
const TRAINING = ['courses', 'sessions', 'missions', 'certificates', 'quiet'];

const floors = FLOORS.flatMap((modules, level) => {
  const higher = FLOORS.slice(level + 1).flat();
  const siblings = modules.length > 1 ? modules : [];
  return modules.flatMap((module) => {
    const forbidden = [...higher, ...siblings.filter((each) => each !== module)];
    return forbidden.length === 0
      ? []
      : [
          {
            name: `floor-${module}`,
            comment: `${module} stands below (or beside) these: it may not know them.`,
            severity: 'error',
            from: { path: `^src/${module}/` },
            to: { path: `^src/(${forbidden.join('|')})/` },
          },
        ];
  });
});

const vocFloors = VOC.slice(0, -1).map((part, level) => ({
  name: `floor-voc-${part}`,
  comment: 'VOC flows one way: classification → items → quality → needs → weekly → reports → planning.',
  severity: 'error',
  from: { path: `^src/voc/${part}/` },
  to: { path: `^src/voc/(${VOC.slice(level + 1).join('|')})/` },
}));

const trainingFloors = TRAINING.slice(0, -1).map((part, level) => ({
  name: `floor-training-${part}`,
  comment: 'Training flows one way: courses → sessions → missions → certificates → quiet.',
  severity: 'error',
  from: { path: `^src/training/${part}/` },
  to: { path: `^src/training/(${TRAINING.slice(level + 1).join('|')})/` },
}));

const trainingDoors = TRAINING.map((part) => ({
  name: `door-training-${part}`,
  comment: 'The parts of training reach each other through their index.ts only.',
  severity: 'error',
  from: { path: `^src/training/(?!${part}/)` },
  to: { path: `^src/training/${part}/`, pathNot: '/index\\.ts$' },
}));

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...floors,
    ...vocFloors,
    ...trainingFloors,
    ...trainingDoors,
    {
      name: 'through-the-door',
      comment: 'Another module is reached through its index.ts only.',
      severity: 'error',
      from: {
        path: '^src/(identity|notifications|spaces|threads|channels|voc|training|community|help|insights)/',
      },
      to: {
        path: '^src/(identity|notifications|spaces|threads|channels|voc|training|community|help|insights)/',
        pathNot: ['^src/$1/', '/index\\.ts$'],
      },
    },
    {
      name: 'community-knows-nobody',
      comment: 'The boards see a BoardAccess: no person, no company, no space.',
      severity: 'error',
      from: { path: '^src/community/' },
      to: { path: '^src/(identity|notifications|spaces|threads)/' },
    },
    {
      name: 'platform-parts-through-their-door',
      comment:
        'database, events, jobs, graphql, session, mail and observe are reached through their index.ts.',
      severity: 'error',
      from: { path: '^src/(?!platform/)[^/]+/' },
      to: { path: '^src/platform/[^/]+/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'reads-do-not-write',
      comment: 'A read never imports a service.',
      severity: 'error',
      from: { path: '\\.reads\\.ts$' },
      to: { path: '\\.(service|resolver|jobs)\\.ts$' },
    },
    {
      name: 'entities-stand-alone',
      comment: 'An entity knows rules, not services or GraphQL.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.(service|resolver|graphql|reads|jobs)\\.ts$' },
    },
    {
      name: 'services-do-not-speak-graphql',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '\\.(resolver|graphql)\\.ts$' },
    },
    {
      name: 'no-drawer',
      comment: 'A thing has a name or it has no home.',
      severity: 'error',
      from: {},
      to: { path: '/(common|shared|utils|helpers|types|constants)[/.]', pathNot: 'node_modules' },
    },
    {
      name: 'nobody-imports-the-shell',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/(shell/|main\\.tsx)' },
      to: { path: '^web/src/shell/' },
    },
    {
      name: 'kit-knows-no-feature',
      severity: 'error',
      from: { path: '^web/src/kit/' },
      to: { path: '^web/src/(signin|people|threads|voc)/' },
    },
    {
      name: 'web-floors',
      comment: 'Features of the web follow the floors of src.',
      severity: 'error',
      from: { path: '^web/src/(signin|people|threads)/' },
      to: { path: '^web/src/voc/' },
    },
    { name: 'not-to-test', severity: 'error', from: { path: '^(src|web/src)/' }, to: { path: '^test/' } },
    {
      name: 'not-to-dev',
      severity: 'error',
      // The explorer of a development server is the one part that a production installation leaves out.
      from: { path: '^src/', pathNot: '^src/explorer[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'] },
    exclude: { path: '(^|/)(dist|\\.dist-)' },
  },
};
